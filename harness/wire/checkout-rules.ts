import type {CheckoutLayout} from './checkout-steps.ts';

/** The rules of a checkout that its pages follow. The simulation's options decide them. */
export interface CheckoutRules {
  /**
   * The layout that the merchant chose. A one-page checkout has the step `checkout` before `thank-you`. Default:
   * `'three-page'`.
   *
   * @see https://help.shopify.com/manual/checkout-settings/customize-checkout-configurations/checkout-layout
   */
  readonly layout: CheckoutLayout;
  /**
   * The moments at which interceptors (`buyerJourney.intercept`) run. Default: `'every-change'`.
   *
   * - `'every-change'`: as Shopify was seen to do. They run when the checkout evaluates whether the buyer may go on:
   *   after a change of a delivery method, the address, attributes or lines, and at "Continue".
   * - `'continue'`: as documented. They run only when the buyer goes on.
   *
   * @see https://github.com/Shopify/ui-extensions/issues/1200
   * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/apis/buyer-journey
   */
  readonly interceptAt: 'every-change' | 'continue';
  /**
   * Whether interceptors also run when the pointer is over the primary button. Needs `interceptAt: 'every-change'`.
   * Default: `true`.
   *
   * @see https://github.com/Shopify/ui-extensions/issues/2072
   */
  readonly interceptOnHover: boolean;
  /**
   * Whether cart lines keep their ids. Default: `'stable'`.
   *
   * - `'stable'`: a line keeps its id.
   * - `'renewed'`: each line has a new id after every cart operation, which Shopify may do. An earlier id fails.
   *
   * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/apis/cart-lines
   */
  readonly lineIds: 'stable' | 'renewed';
  /**
   * The order in which a change reaches the extension that asked for it. Default: `'before-result'`.
   *
   * - `'before-result'`: as documented. The signals have the change when the promise resolves.
   * - `'after-result'`: the promise resolves first.
   *
   * @see https://github.com/Shopify/ui-extensions/issues/761
   */
  readonly changeSignals: 'before-result' | 'after-result';
  /**
   * The answer to `applyCartLinesChange` after a run in which an interceptor blocked. Default: `'applied'`.
   *
   * - `'applied'`: the change is made.
   * - `'refused'`: the answer is an error, as reported from the platform.
   *
   * @see https://github.com/Shopify/ui-extensions/issues/761
   */
  readonly lineChangesWhileBlocked: 'applied' | 'refused';
  /**
   * The type in the id of the order on the thank-you page (`orderConfirmation.order.id`). Default: `'OrderIdentity'`.
   *
   * - `'OrderIdentity'`: as extensions were seen to get it. The Admin API wants the same number with the type `Order`.
   * - `'Order'`: as documented.
   *
   * @see https://community.shopify.com/t/275172
   * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/target-apis/checkout-apis/order-api
   */
  readonly orderIdType: 'OrderIdentity' | 'Order';
  /**
   * The moment at which extensions get `appMetafields`. Default: `'later'`.
   *
   * - `'later'`: as seen in checkout. The array is empty when the extension starts, and is filled a moment later.
   * - `'at-start'`: as documented: nothing says that it is empty first.
   *
   * Without metafields that the TOML declares and the test or the world sets, it stays empty either way.
   *
   * @see https://github.com/Shopify/ui-extensions/issues/1174
   * @see https://github.com/Shopify/ui-extensions/issues/2262
   * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/target-apis/platform-apis/metafields-api
   */
  readonly appMetafields: 'later' | 'at-start';
}
