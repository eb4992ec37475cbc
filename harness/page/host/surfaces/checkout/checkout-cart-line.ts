import type {CheckoutLine} from '../../../../wire/checkout.ts';
import type {Attribute, Money} from '../../../../wire/order.ts';
import * as order from '../cart-line.ts';

/** Converts a line of the cart to the form of the API. */
export function cartLine(line: CheckoutLine): CartLine {
  const {merchandise, parentId, sellingPlan, components} = line;
  return {
    ...order.cartLine(line),
    merchandise: {...order.merchandiseOf(merchandise), ...(sellingPlan === null ? {} : {sellingPlan})},
    lineComponents: components.map((component) => ({
      type: 'bundle',
      id: component.id,
      merchandise: order.merchandiseOf(component.merchandise),
      quantity: component.quantity,
      cost: {totalAmount: component.merchandise.price},
      attributes: component.attributes,
    })),
    parentRelationship: parentId === null ? null : {parent: {id: parentId}},
  };
}

export interface CartLine extends Omit<order.CartLine, 'merchandise' | 'lineComponents'> {
  readonly merchandise: order.Merchandise & {
    readonly sellingPlan?: {readonly id: string; readonly recurringDeliveries: boolean};
  };
  readonly lineComponents: readonly BundleComponent[];
  readonly parentRelationship: {readonly parent: {readonly id: string}} | null;
}

interface BundleComponent {
  readonly type: 'bundle';
  readonly id: string;
  readonly merchandise: order.Merchandise;
  readonly quantity: number;
  readonly cost: {readonly totalAmount: Money};
  readonly attributes: readonly Attribute[];
}
