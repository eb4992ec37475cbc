import {createRemoteRoot, type RemoteChannel, type RemoteRoot} from '@remote-ui/core';
import type {Message} from './component-tree.ts';

/**
 * One first argument for both ways in which a callback takes it: `@shopify/checkout-ui-extensions` draws into a root that
 * the host made; `@shopify/ui-extensions` takes `{channel, components}` and makes a root of its own.
 */
export function hybridRoot(send: (message: Message) => void, components: readonly string[]): HybridRoot {
  const channel: RemoteChannel = (type, ...payload) => send([type, ...payload]);
  let own = false;
  const root = createRemoteRoot(channel, {components: [...components], strict: true});

  Object.defineProperties(root, {
    channel: {
      get: () => {
        own = true;
        return channel;
      },
    },
    components: {value: [...components]},
  });

  return {root, ownsRoot: () => own};
}

export interface HybridRoot {
  readonly root: RemoteRoot;
  /** Whether the extension has made its own root, which it also mounts itself. */
  readonly ownsRoot: () => boolean;
}
