import {byEmail, isSameEmail} from '../email.ts';
import type {VtexCall} from '../route.ts';
import {cookiesOf} from '../vtex-cookies.ts';
import type {VtexContext} from '../vtex-context.ts';
import type {Shopper} from './order-form-json.ts';
import {type OrderForm, OWNERSHIP_COOKIE} from './order-forms.ts';

/** The License Manager resources whose holders read every order form. */
const STAFF = ['Shopping Cart Full Access', 'Orders Full Access'] as const;

/** The sender of a request to an order form. */
export interface Visitor {
  /** The shopper whose token the request carries. */
  readonly shopper: Shopper | null;
  /** Whether the request has the token or the key of staff who manage carts. */
  readonly isStaff: boolean;
  /** The value of the cookie `CheckoutOrderFormOwnership`. */
  readonly ownership: string | null;
}

/** Reads who sends a request. */
export async function visitorOf(call: VtexCall, {callers, world}: VtexContext): Promise<Visitor> {
  const {request, account} = call;
  const claims = await callers.signedIn(request, account, 'webstore');
  const caller = claims === null ? await callers.authorize(request, account, {admin: STAFF}) : null;

  const known = byEmail(world.people, claims?.sub);
  const shopper =
    claims === null
      ? null
      : {
          email: claims.sub,
          userId: claims.userId,
          firstName: known?.firstName ?? '',
          lastName: known?.lastName ?? '',
        };

  return {
    shopper,
    isStaff: caller !== null && typeof caller !== 'number',
    ownership: cookiesOf(request).get(OWNERSHIP_COOKIE) ?? null,
  };
}

/** Whether the personal data of an order form is the visitor's own. */
export function isOwner(form: OrderForm, {shopper, ownership}: Visitor): boolean {
  if (form.ownership !== null && form.ownership === ownership) return true;
  return shopper !== null && form.profile !== null && isSameEmail(form.profile.email, shopper.email);
}

/**
 * Makes the order form that of the shopper who is signed in. Personal data of somebody else does not pass
 * to them, unless the ownership cookie shows that they gave it as a guest.
 */
export function takenOver(form: OrderForm, visitor: Visitor): OrderForm {
  const {shopper} = visitor;
  if (shopper === null) return form;

  const {email, firstName, lastName} = shopper;
  const {shippingData: _personal, ...others} = form.attachments;
  return {
    ...form,
    profile: {email, firstName, lastName},
    signedIn: email,
    ownership: form.ownership === visitor.ownership ? form.ownership : null,
    attachments: form.profile === null || isOwner(form, visitor) ? form.attachments : others,
  };
}
