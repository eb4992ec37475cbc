import type {Metafield} from '../../wire/account.ts';
import {hashOf} from './drawn-number.ts';

/** Returns the id of a metafield: `gid://shopify/Metafield/…`. It follows from its owner and its name. */
export function metafieldId({
  target,
  metafield: {namespace, key},
}: {
  readonly target: {readonly id: string};
  readonly metafield: Pick<Metafield['metafield'], 'namespace' | 'key'>;
}): string {
  return `gid://shopify/Metafield/${1 + hashOf(`${target.id} ${namespace}.${key}`)}`;
}
