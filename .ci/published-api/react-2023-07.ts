// The API of checkout in 2023-07, held against the published types of `@shopify/ui-extensions` 2023.7.3.
import type {ApiForRenderExtension, ExtensionTarget} from 'published-checkout/targets.d.ts';
import type {CartLineApi} from '../../harness/page/host/surfaces/customer-account/account-context.ts';
import type {SecondShippingOptionApi} from '../../harness/page/host/surfaces/react/react-checkout-api.ts';
import type {
  FirstPaymentOptionApi,
  FirstRedeemableApi,
  FirstStandardApi,
} from '../../harness/page/host/surfaces/react/checkout-2023.ts';
import type {OrderStatusPointApi} from '../../harness/page/host/surfaces/react/order-status-point.ts';
import type {Name, Parts} from './checkout-parts.ts';
import type {FirstApi, OrderStatusPoint, WithoutOrders} from './react-first.ts';
import type {Failing, NoMember, View} from './view.ts';

interface PartsThen extends Omit<
  Parts,
  'standard' | 'shipping-option' | 'payment-option' | 'redeemable' | 'confirmation' | 'shipping-options'
> {
  standard: View<FirstStandardApi>;
  'shipping-option': View<SecondShippingOptionApi>;
  'payment-option': View<FirstPaymentOptionApi>;
  redeemable: View<FirstRedeemableApi>;
  confirmation: object;
  'shipping-options': object;
}

/** The package lists targets of customer accounts here too. */
type Checkouts = Exclude<ExtensionTarget, `customer-account.${string}`>;
type Target = (Name | OrderStatusPoint) & Checkouts;
type Simulated<T extends Target> = FirstApi<
  T,
  ApiForRenderExtension<T>,
  PartsThen,
  WithoutOrders<View<OrderStatusPointApi>>,
  View<CartLineApi>
>;
/** Without the member that the types themselves mark as private. */
type Published<T extends Target> = Omit<ApiForRenderExtension<T>, 'experimentalIsShopAppStyle'>;
type Mismatches = {[T in Target]: Failing<Simulated<T>, Published<T>>};

export type Checked = NoMember<Mismatches>;
/** Every target of the version is simulated. */
type Each<T extends Name | OrderStatusPoint> = T;
export type CheckedTargets = Each<Checkouts>;
