// The API of 2023-04, held against the published types of `@shopify/checkout-ui-extensions` 0.27.3.
import type {ApiForRenderExtension, ExtensionPoint} from 'published-points/extension-points.d.ts';
import type {
  EarliestChangesApi,
  EarliestShippingOptionApi,
  EarliestStandardApi,
} from '../../harness/page/host/surfaces/react/checkout-2023-04.ts';
import type {
  FirstPaymentOptionApi,
  FirstRedeemableApi,
} from '../../harness/page/host/surfaces/react/checkout-2023.ts';
import type {EarliestPointApi} from '../../harness/page/host/surfaces/react/order-status-point.ts';
import type {PresentmentTargetApi} from '../../harness/page/host/surfaces/react/presentment-lines.ts';
import type {Name, Parts} from './checkout-parts.ts';
import type {FirstApi, OrderStatusPoint, WithoutOrders} from './react-first.ts';
import type {Failing, NoMember, View} from './view.ts';

interface PartsThen extends Omit<
  Parts,
  | 'standard'
  | 'changes'
  | 'cart-line'
  | 'shipping-option'
  | 'payment-option'
  | 'redeemable'
  | 'confirmation'
  | 'shipping-options'
> {
  standard: View<EarliestStandardApi>;
  changes: View<EarliestChangesApi>;
  'cart-line': View<PresentmentTargetApi>;
  'shipping-option': View<EarliestShippingOptionApi>;
  'payment-option': View<FirstPaymentOptionApi>;
  redeemable: View<FirstRedeemableApi>;
  confirmation: object;
  'shipping-options': object;
}

type Target = (Name | OrderStatusPoint) & ExtensionPoint;
type Simulated<T extends Target> = FirstApi<
  T,
  ApiForRenderExtension<T>,
  PartsThen,
  WithoutOrders<View<EarliestPointApi>>,
  View<PresentmentTargetApi>
>;
type Mismatches = {[T in Target]: Failing<Simulated<T>, ApiForRenderExtension<T>>};

export type Checked = NoMember<Mismatches>;
/** Every target of the version is simulated. */
type Each<T extends Name | OrderStatusPoint> = T;
export type CheckedTargets = Each<ExtensionPoint>;
