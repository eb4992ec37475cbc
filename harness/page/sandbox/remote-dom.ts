/**
 * The worker's script for API versions since 2025-10: remote-dom.
 *
 * @module
 */
import './natives.ts';
import '@remote-dom/core/polyfill';
import {connectRemoteNode, setRemoteId} from '@remote-dom/core/elements';
import {adminElements} from '../../wire/admin-elements.ts';
import {ELEMENTS} from '../../wire/elements.ts';
import {BatchingConnection} from './batching-connection.ts';
import {defineRemoteElements} from './remote-elements.ts';
import {startSandbox} from './sandbox.ts';
import {SignalCell, type SignalClass} from './signal-cell.ts';
import {type RenderRoot, UntrackedReads} from './untracked-reads.ts';

const ROOT = '~';
const {body} = (self as unknown as {document: {body: RenderRoot}}).document;

startSandbox((page) => {
  const connection = new BatchingConnection(page);
  const untracked = new UntrackedReads(body);
  let signalClass: SignalClass | undefined;

  setRemoteId(body, ROOT);
  connectRemoteNode(body, connection);

  return {
    errorsFailStart: false,
    untracked,
    createCell: (value, path, onRead) =>
      new SignalCell(value, () => signalClass, onRead, {path, note: (signal) => untracked.note(signal)}),
    members: ({i18n, extend, reload, signal}, {target, apiVersion}) => {
      // Needs the target, and comes before the bundle, which creates elements.
      const isAdmin = target.startsWith('admin.');
      defineRemoteElements({
        elements: isAdmin ? adminElements(apiVersion) : ELEMENTS,
        formsWait: isAdmin,
        notice: (notice) => page.notice(notice),
      });

      return {
        name: 'shopify',
        local: {
          i18n,
          extend,
          reload,
          ...(signal === undefined ? {} : {signal}),
          setSignals: (ownClass: SignalClass) => void (signalClass = ownClass),
        },
      };
    },
    globals: (api, {navigation}) => ({shopify: api, navigation}),
    run: async (callback, api) => void (await callback(api)),
    flush: () => connection.flush(),
    hasRendered: () => true,
  };
});
