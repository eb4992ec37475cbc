/** The API version with which targets of the admin began (`extension-targets.d.ts` of each `@shopify/ui-extensions`). */

/** The targets of each API version that the version before did not have. Every other target began in 2023-10. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  '2024-01': [
    'admin.settings.internal-order-routing-rule.render',
    'admin.settings.order-routing-rule.render',
  ],
  '2024-04': [
    'admin.abandoned-checkout-details.action.render',
    'admin.collection-details.action.render',
    'admin.collection-index.action.render',
    'admin.discount-details.action.render',
    'admin.discount-index.action.render',
    'admin.draft-order-details.action.render',
    'admin.draft-order-index.action.render',
    'admin.draft-order-index.selection-action.render',
    'admin.order-fulfilled-card.action.render',
    'admin.product-variant-details.action.render',
    'admin.settings.validation.render',
  ],
  '2024-07': [
    'admin.abandoned-checkout-details.block.render',
    'admin.collection-details.block.render',
    'admin.draft-order-details.block.render',
    'admin.order-details.print-action.render',
    'admin.order-index.selection-print-action.render',
    'admin.product-details.print-action.render',
    'admin.product-details.reorder.render',
    'admin.product-index.selection-print-action.render',
    'admin.product-variant-details.block.render',
  ],
  '2024-10': [
    'admin.catalog-details.action.render',
    'admin.catalog-details.block.render',
    'admin.company-details.action.render',
    'admin.company-details.block.render',
    'admin.company-location-details.block.render',
    'admin.gift-card-details.action.render',
    'admin.gift-card-details.block.render',
  ],
  '2025-01': [
    'admin.discount-details.function-settings.render',
    'admin.product-purchase-option.action.render',
    'admin.product-variant-purchase-option.action.render',
  ],
  '2025-10': ['admin.customers.segmentation-templates.data'],
  '2026-01': ['admin.app.tools.data'],
  '2026-04': [
    'admin.app.intent.render',
    'admin.discount-index.selection-action.render',
    'admin.discount-index.selection-action.should-render',
  ],
  '2026-07': [
    'admin.abandoned-checkout-index.action.render',
    'admin.abandoned-checkout-index.action.should-render',
    'admin.app.home.render',
  ],
  '2026-10': [
    'admin.product-details.configuration.should-render',
    'admin.product-variant-details.configuration.should-render',
  ],
};

/** The first API version with conditions of targets. */
const FIRST_CONDITIONS = '2025-01';

const SINCE: ReadonlyMap<string, string> = new Map(
  Object.entries(ADDED).flatMap(([version, targets]) => targets.map((target) => [target, version])),
);

/** Returns the first API version of a target. */
export function firstVersionOf(target: string): string {
  return SINCE.get(target) ?? (target.endsWith('.should-render') ? FIRST_CONDITIONS : '2023-10');
}
