import type {Attribute} from '../../../../wire/order.ts';
import type {AddressInput, AddressUpdate} from './cart-addresses-change.ts';
import type {LineInput, LineUpdate} from './cart-lines-change.ts';
import type {MailingAddressInput} from './mailing-address.ts';

/** The arguments of the mutations of a cart, as far as one of them has them. */
export interface CartArguments {
  readonly cartId?: string;
  readonly input?: CartInput | null;
  readonly lines?: readonly (LineInput & LineUpdate)[];
  readonly lineIds?: readonly string[];
  readonly note?: string | null;
  readonly attributes?: readonly Attribute[];
  readonly discountCodes?: readonly string[] | null;
  readonly giftCardCodes?: readonly string[];
  readonly appliedGiftCardIds?: readonly string[];
  readonly buyerIdentity?: BuyerIdentityInput;
  readonly billingAddress?: MailingAddressInput | null;
  readonly addresses?: readonly (AddressInput & AddressUpdate)[];
  readonly addressIds?: readonly string[];
  readonly selectedDeliveryOptions?: readonly DeliveryOptionInput[];
}

/** The input of `cartCreate`. */
export interface CartInput {
  readonly lines?: readonly LineInput[] | null;
  readonly note?: string | null;
  readonly attributes?: readonly Attribute[] | null;
  readonly discountCodes?: readonly string[] | null;
  readonly giftCardCodes?: readonly string[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly buyerIdentity?: BuyerIdentityInput | null;
  readonly delivery?: {readonly addresses?: readonly AddressInput[] | null} | null;
}

/** The buyer of a cart, as a mutation gives them. */
export interface BuyerIdentityInput {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly countryCode?: string | null;
  readonly customerAccessToken?: string | null;
  readonly companyLocationId?: string | null;
  readonly preferences?: {
    readonly wallet?: readonly string[] | null;
    readonly delivery?: Readonly<Record<string, unknown>> | null;
  } | null;
  /** The address to deliver to, in versions until 2025-01. */
  readonly deliveryAddressPreferences?: readonly AddressPreference[] | null;
}

/** An address to deliver to, as older versions give it. */
export interface AddressPreference {
  readonly customerAddressId?: string | null;
  readonly deliveryAddress?: MailingAddressInput | null;
}

/** The choice of a way to deliver one group. */
export interface DeliveryOptionInput {
  readonly deliveryGroupId: string;
  readonly deliveryOptionHandle: string;
}

/** A metafield of a cart, as a mutation gives it. The key has the namespace: `custom.gift`. */
export interface MetafieldInput {
  readonly key: string;
  readonly type: string;
  readonly value: string;
}
