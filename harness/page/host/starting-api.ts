import type {Mount, PageState} from '../../wire/control.ts';
import type {ApiTree} from '../../wire/sandbox.ts';
import {surfaceOf} from '../../wire/surfaces.ts';

/** The API at the start of a mount, and the values that its signals get a moment later. */
export interface StartingApi {
  readonly api: ApiTree;
  readonly late: readonly LateValue[];
}

type LateValue = readonly [path: string, value: unknown];

/**
 * Divides the API of a mount into what the extension has when it starts, and what comes a moment later: the metafields
 * of checkout, and every signal once more under the case `host-signals-repeat`.
 */
export function startingApi(api: ApiTree, mount: Mount, state: PageState): StartingApi {
  const repeated = mount.repeatsSignals ? signalsOf(api) : [];
  const metafields = repeated.length > 0 ? [] : lateMetafields(api);
  const late = [...repeated, ...metafields];

  return areMetafieldsLate(mount, state) ? {api: withoutMetafields(api), late} : {api, late: repeated};
}

/**
 * Whether Shopify fills the metafields of a mount after its start.
 *
 * A target that returns a value, and one with a condition, is asked once. It gets the metafields at the start.
 *
 * @see https://github.com/Shopify/ui-extensions/issues/1174
 * @see https://github.com/Shopify/ui-extensions/issues/2262
 */
function areMetafieldsLate({target, run, conditions}: Mount, {checkoutRules}: PageState): boolean {
  if (run !== null || conditions !== null) return false;
  return checkoutRules.appMetafields === 'later' && surfaceOf(target) === 'checkout';
}

function lateMetafields({appMetafields: node}: ApiTree): readonly LateValue[] {
  const isFilled = node?.kind === 'signal' && Array.isArray(node.value) && node.value.length > 0;
  return isFilled ? [['appMetafields', node.value]] : [];
}

function withoutMetafields(api: ApiTree): ApiTree {
  const {appMetafields: node} = api;
  return node?.kind === 'signal' ? {...api, appMetafields: {...node, value: []}} : api;
}

function signalsOf(api: ApiTree, prefix = ''): readonly LateValue[] {
  return Object.entries(api).flatMap(([name, node]): readonly LateValue[] => {
    const path = `${prefix}${name}`;
    if (node.kind === 'group') return signalsOf(node.members, `${path}.`);
    return node.kind === 'signal' ? [[path, node.value]] : [];
  });
}
