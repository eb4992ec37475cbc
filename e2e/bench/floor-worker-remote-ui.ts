// The least that runs a bundle of the React generations: a root of remote-ui and nothing of simhost. Says when it has drawn.
import {createRemoteRoot, type RemoteChannel} from '@remote-ui/core';

interface Drawn {
  readonly text?: string;
  readonly children?: readonly Drawn[];
}

const scope = globalThis as unknown as {shopify: object; postMessage(message: unknown): void};

const textOf = ({text = '', children = []}: Drawn): string => text + children.map(textOf).join('');
const channel = ((type: number, children: readonly Drawn[]) => {
  if (type === 0) scope.postMessage(children.map(textOf).join(''));
}) as RemoteChannel;

scope.shopify = {
  extend: async (target: string, callback: (root: object, api: object) => Promise<void>) => {
    let own = false;
    const root = createRemoteRoot(channel, {strict: false});
    Object.defineProperty(root, 'channel', {get: () => ((own = true), channel)});
    await callback(root, {extension: {target}});
    if (!own) await root.mount();
  },
};
