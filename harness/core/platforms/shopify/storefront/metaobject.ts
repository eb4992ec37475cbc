import type {Metaobject} from '../../../world/metaobjects.ts';
import {timesOf} from '../../../world/resource-times.ts';
import {resolveReferences} from './references.ts';
import type {ResolverContext} from './resolver-context.ts';

/** A metaobject as the Storefront API has it. */
export interface ResolvedMetaobject {
  readonly id: string;
  readonly type: string;
  readonly handle: string;
  readonly updatedAt: string;
}

/** Resolves the fields of `Metaobject`. */
export function resolveMetaobject(
  metaobject: Metaobject,
  {world, find}: ResolverContext,
): ResolvedMetaobject {
  const {id, type, handle} = metaobject;
  const fields = metaobject.fields.map((field) => ({
    __typename: 'MetaobjectField',
    ...field,
    ...resolveReferences(field, find),
  }));

  const resolved = {
    __typename: 'Metaobject',
    id,
    type,
    handle,
    fields,
    field: ({key}: {key: string}) => fields.find((field) => field.key === key) ?? null,
    updatedAt: timesOf(world.seed, id).updatedAt,
    // A metaobject has a page and SEO only if its definition says so.
    onlineStoreUrl: null,
    seo: null,
  };

  return resolved;
}
