import type {AdminPart} from './admin-part.ts';
import type {AdminState} from './admin-state.ts';
import {APP} from './app/app-part.ts';
import {BASE} from './base-types.ts';
import {BILLING} from './billing/billing-part.ts';
import {METAFIELD_PART} from './metafields/metafields-part.ts';
import {MODEL} from './model/model-part.ts';
import type {ScopesOfFields} from './scope-rule.ts';
import {SHOP} from './shop/shop-part.ts';
import {WEBHOOKS} from './webhooks/webhooks-part.ts';

/** The parts of the Admin API that simhost simulates. */
export const ADMIN_PARTS: readonly AdminPart[] = [BASE, SHOP, APP, WEBHOOKS, BILLING, MODEL, METAFIELD_PART];

/** The scopes of the fields of all parts. */
export const ADMIN_SCOPES: ScopesOfFields = Object.assign({}, ...ADMIN_PARTS.map(({scopes}) => scopes ?? {}));

/** Resolves the fields of `QueryRoot` and `Mutation` of all parts. */
export function adminRoot(state: AdminState): object {
  const node = (id: string): object | null => state.find(id);
  const roots = ADMIN_PARTS.map((part) => part.root?.(state) ?? {});

  return Object.assign(
    {
      node: ({id}: {id: string}) => node(id),
      nodes: ({ids}: {ids: readonly string[]}) => ids.map(node),
    },
    ...roots,
  );
}

/** Finds an object of any part by its id. */
export function adminNode(id: string, state: AdminState): object | null {
  for (const part of ADMIN_PARTS) {
    const found = part.node?.(id, state) ?? null;
    if (found !== null) return found;
  }

  return null;
}
