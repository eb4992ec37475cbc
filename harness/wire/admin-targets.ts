/** The targets of admin UI extensions, in groups with the same API (`surfaces/admin` of `@shopify/ui-extensions`). */
import {firstVersionOf} from './admin-first-versions.ts';
import type {AdminPageName} from './admin-pages.ts';

/** The members of a target's API beyond those of every target: `auth`, `extension`, `i18n`, `intents`, `query`, `storage`. */
export type AdminApiPart =
  | 'app'
  | 'app-intents'
  | 'close'
  | 'data'
  | 'discount-data'
  | 'discounts'
  | 'features'
  | 'intent-response'
  | 'loading'
  | 'metafield'
  | 'metafields'
  | 'navigation'
  | 'picker'
  | 'product-data'
  | 'purchase-option-data'
  | 'rule-data'
  | 'toast'
  | 'tools'
  | 'validation-data'
  | 'variant-data';

/** The place of a target on its page. */
export type AdminPlaceName =
  | 'action'
  | 'block'
  | 'configuration'
  | 'home'
  | 'intent'
  | 'print'
  | 'run'
  | 'selection-action'
  | 'selection-print'
  | 'settings';

/** A set of elements that a target may use. */
export type AdminComponents =
  | 'action'
  | 'app-home'
  | 'block'
  | 'form'
  | 'function-settings'
  | 'none'
  | 'print';

/** A group of targets with the same place, API and elements. */
export interface AdminGroup {
  readonly place: AdminPlaceName;
  readonly api: readonly AdminApiPart[];
  readonly components: AdminComponents;
}

/** The name of a group of targets. */
export type AdminGroupName =
  | 'action'
  | 'app-home'
  | 'block'
  | 'discount-settings'
  | 'intent'
  | 'order-routing'
  | 'print'
  | 'product-configuration'
  | 'purchase-options'
  | 'segment-cards'
  | 'segment-templates'
  | 'selection-action'
  | 'selection-print'
  | 'should-render'
  | 'tools'
  | 'validation'
  | 'variant-configuration';

/** The groups by name. Selection targets are in a separate group, because their place differs. */
export const ADMIN_GROUPS: Readonly<Record<AdminGroupName, AdminGroup>> = {
  action: {place: 'action', api: ['close', 'data', 'picker'], components: 'action'},
  'app-home': {
    place: 'home',
    api: ['app', 'app-intents', 'loading', 'toast', 'tools'],
    components: 'app-home',
  },
  block: {place: 'block', api: ['data', 'navigation', 'picker'], components: 'block'},
  'discount-settings': {
    place: 'settings',
    api: ['discount-data', 'discounts', 'metafield', 'navigation', 'picker'],
    components: 'function-settings',
  },
  intent: {place: 'intent', api: ['intent-response', 'picker', 'tools'], components: 'form'},
  'order-routing': {
    place: 'settings',
    api: ['metafields', 'picker', 'rule-data'],
    components: 'function-settings',
  },
  print: {place: 'print', api: ['data', 'picker'], components: 'print'},
  'product-configuration': {
    place: 'configuration',
    api: ['navigation', 'picker', 'product-data'],
    components: 'block',
  },
  'purchase-options': {
    place: 'action',
    api: ['close', 'picker', 'purchase-option-data'],
    components: 'action',
  },
  'segment-cards': {place: 'block', api: ['features'], components: 'block'},
  'segment-templates': {place: 'run', api: ['features'], components: 'none'},
  'selection-action': {place: 'selection-action', api: ['close', 'data', 'picker'], components: 'action'},
  'selection-print': {place: 'selection-print', api: ['data', 'picker'], components: 'print'},
  'should-render': {place: 'run', api: ['data'], components: 'none'},
  tools: {place: 'run', api: ['tools'], components: 'none'},
  validation: {
    place: 'settings',
    api: ['metafield', 'picker', 'validation-data'],
    components: 'function-settings',
  },
  'variant-configuration': {
    place: 'configuration',
    api: ['navigation', 'picker', 'variant-data'],
    components: 'block',
  },
};

/** Every target of any version since 2023-10, with its group. */
export const ADMIN_TARGETS = {
  'admin.abandoned-checkout-details.action.render': 'action',
  'admin.abandoned-checkout-details.action.should-render': 'should-render',
  'admin.abandoned-checkout-details.block.render': 'block',
  'admin.abandoned-checkout-index.action.render': 'action',
  'admin.abandoned-checkout-index.action.should-render': 'should-render',
  'admin.app.home.render': 'app-home',
  'admin.app.intent.render': 'intent',
  'admin.app.tools.data': 'tools',
  'admin.catalog-details.action.render': 'action',
  'admin.catalog-details.action.should-render': 'should-render',
  'admin.catalog-details.block.render': 'block',
  'admin.collection-details.action.render': 'action',
  'admin.collection-details.action.should-render': 'should-render',
  'admin.collection-details.block.render': 'block',
  'admin.collection-index.action.render': 'action',
  'admin.collection-index.action.should-render': 'should-render',
  'admin.company-details.action.render': 'action',
  'admin.company-details.action.should-render': 'should-render',
  'admin.company-details.block.render': 'block',
  'admin.company-location-details.block.render': 'block',
  'admin.customer-details.action.render': 'action',
  'admin.customer-details.action.should-render': 'should-render',
  'admin.customer-details.block.render': 'block',
  'admin.customer-index.action.render': 'action',
  'admin.customer-index.action.should-render': 'should-render',
  'admin.customer-index.selection-action.render': 'selection-action',
  'admin.customer-index.selection-action.should-render': 'should-render',
  'admin.customer-segment-details.action.render': 'action',
  'admin.customer-segment-details.action.should-render': 'should-render',
  'admin.customers.segmentation-templates.data': 'segment-templates',
  'admin.customers.segmentation-templates.render': 'segment-cards',
  'admin.discount-details.action.render': 'action',
  'admin.discount-details.action.should-render': 'should-render',
  'admin.discount-details.function-settings.render': 'discount-settings',
  'admin.discount-index.action.render': 'action',
  'admin.discount-index.action.should-render': 'should-render',
  'admin.discount-index.selection-action.render': 'selection-action',
  'admin.discount-index.selection-action.should-render': 'should-render',
  'admin.draft-order-details.action.render': 'action',
  'admin.draft-order-details.action.should-render': 'should-render',
  'admin.draft-order-details.block.render': 'block',
  'admin.draft-order-index.action.render': 'action',
  'admin.draft-order-index.action.should-render': 'should-render',
  'admin.draft-order-index.selection-action.render': 'selection-action',
  'admin.draft-order-index.selection-action.should-render': 'should-render',
  'admin.gift-card-details.action.render': 'action',
  'admin.gift-card-details.action.should-render': 'should-render',
  'admin.gift-card-details.block.render': 'block',
  'admin.order-details.action.render': 'action',
  'admin.order-details.action.should-render': 'should-render',
  'admin.order-details.block.render': 'block',
  'admin.order-details.print-action.render': 'print',
  'admin.order-details.print-action.should-render': 'should-render',
  'admin.order-fulfilled-card.action.render': 'action',
  'admin.order-fulfilled-card.action.should-render': 'should-render',
  'admin.order-index.action.render': 'action',
  'admin.order-index.action.should-render': 'should-render',
  'admin.order-index.selection-action.render': 'selection-action',
  'admin.order-index.selection-action.should-render': 'should-render',
  'admin.order-index.selection-print-action.render': 'selection-print',
  'admin.order-index.selection-print-action.should-render': 'should-render',
  'admin.product-details.action.render': 'action',
  'admin.product-details.action.should-render': 'should-render',
  'admin.product-details.block.render': 'block',
  'admin.product-details.configuration.render': 'product-configuration',
  'admin.product-details.configuration.should-render': 'should-render',
  'admin.product-details.print-action.render': 'print',
  'admin.product-details.print-action.should-render': 'should-render',
  'admin.product-details.reorder.render': 'block',
  'admin.product-index.action.render': 'action',
  'admin.product-index.action.should-render': 'should-render',
  'admin.product-index.selection-action.render': 'selection-action',
  'admin.product-index.selection-action.should-render': 'should-render',
  'admin.product-index.selection-print-action.render': 'selection-print',
  'admin.product-index.selection-print-action.should-render': 'should-render',
  'admin.product-purchase-option.action.render': 'purchase-options',
  'admin.product-variant-details.action.render': 'action',
  'admin.product-variant-details.action.should-render': 'should-render',
  'admin.product-variant-details.block.render': 'block',
  'admin.product-variant-details.configuration.render': 'variant-configuration',
  'admin.product-variant-details.configuration.should-render': 'should-render',
  'admin.product-variant-purchase-option.action.render': 'purchase-options',
  'admin.settings.internal-order-routing-rule.render': 'order-routing',
  'admin.settings.order-routing-rule.render': 'order-routing',
  'admin.settings.validation.render': 'validation',
} as const;

/** The target that draws nothing and registers tools. It stays mounted, so that the assistant can call them. */
export const TOOLS_TARGET: AdminTarget = 'admin.app.tools.data';

/** A target of the admin. */
export type AdminTarget = keyof typeof ADMIN_TARGETS;

/**
 * The last API version of each target that was removed. `@shopify/ui-extensions` 2026.7.0 still types the two
 * conditions, and 2026.7.4 does not.
 */
const UNTIL: Readonly<Partial<Record<AdminTarget, string>>> = {
  'admin.customers.segmentation-templates.render': '2025-07',
  'admin.order-index.selection-print-action.should-render': '2026-04',
  'admin.product-index.selection-print-action.should-render': '2026-04',
};

/** The page and the place of a target, and its API. */
export interface AdminPlace extends AdminGroup {
  /** The page; `run` for a target without one. */
  readonly page: AdminPageName | 'run';
  readonly group: AdminGroupName;
}

/** Returns the place of a target; undefined if the surface does not have it. */
export function adminPlaceOf(target: string): AdminPlace | undefined {
  if (!isAdminTarget(target)) return undefined;

  const group: AdminGroupName = ADMIN_TARGETS[target];
  const found = ADMIN_GROUPS[group];
  return {page: found.place === 'run' ? 'run' : pageOf(target), ...found, group};
}

/** Lists the targets of an API version, for example of `2026-07`. */
export function adminTargetsOf(version: string): readonly AdminTarget[] {
  return Object.keys(ADMIN_TARGETS)
    .filter(isAdminTarget)
    .filter((target) => {
      const {[target]: until = version} = UNTIL;
      return firstVersionOf(target) <= version && version <= until;
    });
}

/** Whether a name is that of a target of the admin. */
export function isAdminTarget(name: string): name is AdminTarget {
  return Object.hasOwn(ADMIN_TARGETS, name);
}

/** Pages of targets whose names do not begin with the page. */
const OTHER_PAGES: Readonly<Partial<Record<AdminTarget, AdminPageName>>> = {
  'admin.app.home.render': 'app-home',
  'admin.app.intent.render': 'app-intent',
  'admin.customers.segmentation-templates.render': 'customer-segment-index',
  'admin.order-fulfilled-card.action.render': 'order-details',
  'admin.product-purchase-option.action.render': 'product-details',
  'admin.product-variant-purchase-option.action.render': 'product-variant-details',
  'admin.settings.internal-order-routing-rule.render': 'settings-order-routing',
  'admin.settings.order-routing-rule.render': 'settings-order-routing',
  'admin.settings.validation.render': 'settings-validation',
};

function pageOf(target: AdminTarget): AdminPageName {
  return OTHER_PAGES[target] ?? (target.split('.')[1] as AdminPageName);
}
