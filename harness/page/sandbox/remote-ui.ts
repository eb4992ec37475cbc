/**
 * The worker's script for the React generations, API versions 2023-04 to 2025-07: remote-ui.
 *
 * @module
 */
import regeneratorRuntime from 'regenerator-runtime';
import {natives} from './natives.ts';
import {ExtensionTree} from './remote-ui/extension-tree.ts';
import {hybridRoot} from './remote-ui/hybrid-root.ts';
import {StatefulSubscribable} from './remote-ui/subscribable.ts';
import {rulesOf} from './remote-ui/component-rules.ts';
import {componentsOf} from './remote-ui/surface-components.ts';
import {startSandbox} from './sandbox.ts';

startSandbox((page) => {
  let tree: ExtensionTree | undefined;
  const onClose = new Set<() => void>();

  return {
    errorsFailStart: true,
    createCell: (value, _path, onRead) => new StatefulSubscribable(value, onRead),
    members: ({i18n, navigation, signal}, {api}) => ({
      name: 'api',
      local: {i18n, ...('navigation' in api ? {navigation} : {}), ...(signal === undefined ? {} : {signal})},
    }),
    // Bundles that Shopify's CLI built for ES5 expect the runtime of generators.
    globals: (_api, {extend, reload}) => ({shopify: {extend, reload}, regeneratorRuntime}),
    calls: {
      'announcement.addEventListener': (_type, listener) => void onClose.add(listener as () => void),
      'announcement.removeEventListener': (_type, listener) => void onClose.delete(listener as () => void),
      'announcement.close': () => {
        for (const listener of onClose) listener();
        void page.callApi('announcement.close', []);
      },
    },
    async run(callback, api, {target, apiVersion}) {
      const drawn = new ExtensionTree(page.send, {
        reportError: natives.reportError,
        callElement: page.callElement,
        ...rulesOf(target),
      });

      tree = drawn;
      const {root, ownsRoot} = hybridRoot(
        (message) => drawn.receive(message),
        componentsOf(target, apiVersion),
      );

      await callback(root, api);
      if (!ownsRoot()) await root.mount();
    },
    flush: () => tree?.flush(),
    hasRendered: () => tree?.isEmpty === false,
  };
});
