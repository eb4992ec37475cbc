import type {AdminForApp, InvokedIntent} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import type {Intents} from './shopify-members.ts';

/** Makes `shopify.intents`. */
export function createIntents(admin: Remote<AdminForApp>): Intents {
  return {
    request: {value: null, subscribe: () => () => {}},
    async invoke(query, options = {}) {
      const intent = typeof query === 'string' ? {...parsed(query), ...options} : query;
      void admin.called('intents.invoke', [intent]);
      return {complete: admin.invoke(JSON.parse(JSON.stringify(intent)) as InvokedIntent)};
    },
    register: () => () => {},
  };
}

/** Reads an intent in words: `edit:shopify/Product,gid://shopify/Product/1`. */
function parsed(query: string): InvokedIntent {
  const [, action = '', type = '', value] = /^(\w+):([\w/]+)(?:,(.*))?$/.exec(query) ?? [];
  return {action, type, ...(value === undefined ? {} : {value})};
}
