import {NotSimulated} from '../../graphql/not-simulated.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {counted, listed} from '../model/listed.ts';
import type {ListOf} from '../model/listed.ts';
import {collectionRules} from './collection-resolver.ts';

interface Identifier {
  readonly id?: string | null;
  readonly handle?: string | null;
  readonly customId?: object | null;
}

/** Resolves the fields of `QueryRoot` about collections. */
export function collectionQueries(graph: AdminGraph): object {
  const {model} = graph.state;
  const {collections} = model.records;
  const byHandle = (handle: string | null | undefined): object | null => {
    const found = collections.find((collection) => collection.handle === handle);
    return found === undefined ? null : graph.collection(found);
  };

  return {
    collection: ({id}: {id: string}) => graph.collectionOf(id),
    collectionByHandle: ({handle}: {handle: string}) => byHandle(handle),
    collectionByIdentifier({identifier: {id, handle, customId}}: {identifier: Identifier}) {
      if (customId != null)
        throw new NotSimulated(
          'The simulated shop finds no collection by a metafield. Use the id or the handle.',
        );
      return id == null ? byHandle(handle) : graph.collectionOf(id);
    },
    collections: (args: ListOf) =>
      listed(collections, args, collectionRules(model), (collection) => graph.collection(collection)),
    collectionsCount: ({query}: ListOf) => counted(collections, query, collectionRules(model)),
  };
}
