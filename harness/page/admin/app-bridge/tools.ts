import type {Tools} from './shopify-members.ts';

/** Makes `shopify.tools`. The simulated admin has no assistant, so nothing calls a tool. */
export function createTools(): Tools {
  const tools = new Map<string, unknown>();
  return {
    register(name, handler) {
      tools.set(name, handler);
      return () => void tools.delete(name);
    },
    unregister: (name) => void tools.delete(name),
    clear: () => tools.clear(),
  };
}
