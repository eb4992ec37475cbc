import type {Mount, PageState} from '../../wire/control.ts';
import type {ApiTree} from '../../wire/sandbox.ts';
import {surfaceOf} from '../../wire/surfaces.ts';

/** The API at the start of a mount, and the values that its signals get a moment later. */
export interface StartingApi {
  readonly api: ApiTree;
  readonly late: readonly (readonly [path: string, value: unknown])[];
}

/**
 * Empties `appMetafields` for the start of a checkout extension. Shopify fills them a moment later.
 *
 * A target that returns a value, and one with a condition, is asked once. It gets the metafields at the start.
 *
 * @see https://github.com/Shopify/ui-extensions/issues/1174
 * @see https://github.com/Shopify/ui-extensions/issues/2262
 */
export function withLateMetafields(
  api: ApiTree,
  {target, run, conditions}: Mount,
  {checkoutRules}: PageState,
): StartingApi {
  const {appMetafields: node} = api;
  const isLate = checkoutRules.appMetafields === 'later' && surfaceOf(target) === 'checkout';

  if (!isLate || run !== null || conditions !== null) return {api, late: []};
  if (node?.kind !== 'signal' || !Array.isArray(node.value) || node.value.length === 0)
    return {api, late: []};

  return {api: {...api, appMetafields: {...node, value: []}}, late: [['appMetafields', node.value]]};
}
