import type {AdminForApp, InvokedIntent} from '../../../wire/app-bridge.ts';
import {readIntent} from '../../../wire/intent-query.ts';
import type {Remote} from '../../../wire/rpc.ts';
import type {Intents} from './shopify-members.ts';

/** Makes `shopify.intents`. */
export function createIntents(admin: Remote<AdminForApp>): Intents {
  return {
    request: {value: null, subscribe: () => () => {}},
    async invoke(query, options = {}) {
      const intent = readIntent(query, options) ?? {action: '', type: ''};
      void admin.called('intents.invoke', [intent]);
      return {complete: admin.invoke(JSON.parse(JSON.stringify(intent)) as InvokedIntent)};
    },
    register: () => () => {},
  };
}
