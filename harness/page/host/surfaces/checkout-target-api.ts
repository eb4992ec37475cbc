import {checkoutPlaceOf} from '../../../wire/checkout-targets.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import type {ApiTree} from '../../../wire/sandbox.ts';
import {plainMetafieldsApi} from './checkout/address-autocomplete.ts';
import {checkoutPartsApi} from './checkout/checkout-api-parts.ts';
import {metafieldsApi, uiApi} from './checkout/checkout-standard-api.ts';
import {reactCheckoutApi} from './react/react-checkout-api.ts';

/**
 * Returns the API of a checkout target for the current state (`surfaces/checkout/api` of
 * `@shopify/ui-extensions` since 2025-10).
 */
export function checkoutApi(mount: Mount, state: PageState): ApiTree {
  if (mount.wire === 'remote-ui') return reactCheckoutApi(mount, state);
  const parts = checkoutPlaceOf(mount.target)?.api ?? [];
  const until = (version: string, tree: () => ApiTree): ApiTree =>
    mount.apiVersion <= version ? tree() : {};

  return {
    ...checkoutPartsApi(parts, mount, state),
    ...until('2026-01', () =>
      parts.includes('standard') ? metafieldsApi(state) : plainMetafieldsApi(state),
    ),
    ...until('2025-10', () => (parts.includes('standard') ? uiApi() : {})),
  };
}
