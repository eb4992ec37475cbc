import type {Menu, MenuItem} from '../../../world/menus.ts';
import type {ResolverContext} from './resolver-context.ts';

/** A menu as the Storefront API has it. */
export interface ResolvedMenu {
  readonly id: string;
  readonly handle: string;
  readonly items: readonly ResolvedMenuItem[];
}

/** A link of a menu as the Storefront API has it. */
export interface ResolvedMenuItem {
  readonly id: string;
  readonly items: readonly ResolvedMenuItem[];
}

/** Resolves the fields of `Menu`. */
export function resolveMenu({id, handle, title, items}: Menu, context: ResolverContext): ResolvedMenu {
  const resolved = {
    __typename: 'Menu',
    id,
    handle,
    title,
    items: items.map((item) => resolveItem(item, context)),
    itemsCount: items.length,
  };

  return resolved;
}

function resolveItem(
  {id, title, type, path, resourceId, items}: MenuItem,
  context: ResolverContext,
): ResolvedMenuItem {
  const resolved = {
    __typename: 'MenuItem',
    id,
    title,
    type,
    url: new URL(path, context.world.shop.storefrontUrl).href,
    resourceId,
    resource: () => (resourceId === null ? null : context.find(resourceId)),
    tags: [],
    items: items.map((item) => resolveItem(item, context)),
  };

  return resolved;
}
