import type {OnlineStorePage, ShopPolicy} from '../../../world/online-store-pages.ts';
import {timesOf} from '../../../world/resource-times.ts';
import {resolveMetafields} from './metafields.ts';
import {NO_SEO, htmlOf} from './text.ts';
import type {ResolverContext} from './resolver-context.ts';

/** A resource that has an address in the online store. */
export interface ResolvedResource {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
}

/** A page as the Storefront API has it. */
export interface ResolvedPage extends ResolvedResource {
  /** The content, which searches look at. */
  readonly text: string;
}

/** A policy as the Storefront API has it. */
export interface ResolvedPolicy extends ResolvedResource {
  /** The field of `Shop` that has it. */
  readonly field: string;
}

/** Resolves the fields of `Page`. */
export function resolvePage(page: OnlineStorePage, context: ResolverContext): ResolvedPage {
  const {id, handle, title, text} = page;
  const {seed, shop} = context.world;

  const resolved: ResolvedPage & Record<string, unknown> = {
    __typename: 'Page',
    id,
    handle,
    title,
    text,
    body: htmlOf(text),
    bodySummary: text,
    ...timesOf(seed, id),
    onlineStoreUrl: `${shop.storefrontUrl}/pages/${handle}`,
    trackingParameters: null,
    seo: NO_SEO,
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}

/** Resolves the fields of `ShopPolicy`, and of `ShopPolicyWithDefault`. */
export function resolvePolicy(
  {id, field, handle, title, text}: ShopPolicy,
  {world}: ResolverContext,
): ResolvedPolicy {
  const resolved = {
    __typename: 'ShopPolicy',
    field,
    id,
    handle,
    title,
    body: htmlOf(text),
    url: `${world.shop.storefrontUrl}/policies/${handle}`,
  };

  return resolved;
}
