import {createRemoteRoot, type RemoteChannel, type RemoteRoot} from '@remote-ui/core';
import type {Message} from './component-tree.ts';

/**
 * Creates a first argument that suits both kinds of callback. `@shopify/checkout-ui-extensions` renders into
 * a root that the host made; `@shopify/ui-extensions` takes `{channel, components}` and makes its own root.
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
  /** Whether the extension has made its own root. It then mounts the root itself. */
  readonly ownsRoot: () => boolean;
}
