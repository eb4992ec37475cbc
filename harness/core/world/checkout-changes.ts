/**
 * The changes of a checkout that extensions may make (`apply…Change` of `@shopify/ui-extensions`,
 * `surfaces/checkout/api`).
 */
import {isRecord} from '../../records.ts';
import type {AddressChangeResult, ChangeMember, ChangeResult} from '../../wire/change-members.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {addressChange} from './checkout-address.ts';
import {withTotals} from './checkout-cost.ts';
import {linesChange} from './checkout-lines.ts';
import {metafieldChange} from './checkout-metafields.ts';
import {discountCode} from './checkout-offers.ts';
import {failure, refusalOf, unknownType} from './change-result.ts';
import type {Changed, ChangeContext} from './change-result.ts';
import {minorUnits} from './money.ts';

/** Carries out a change that an extension asks for. A refused change leaves the checkout as it was. */
export function applyChange(
  checkout: Checkout,
  member: ChangeMember,
  change: unknown,
  context: ChangeContext,
): Changed<ChangeResult | AddressChangeResult> {
  const changed = CHANGES[member](checkout, isRecord(change) ? change : {}, context);
  return changed.result.type === 'error'
    ? {checkout, result: changed.result}
    : {...changed, checkout: withTotals(changed.checkout, context.offers)};
}

type Change = (
  checkout: Checkout,
  change: Record<string, unknown>,
  context: ChangeContext,
) => Changed<ChangeResult | AddressChangeResult>;

const SUCCESS: ChangeResult = {type: 'success'};

const CHANGES: Readonly<Record<ChangeMember, Change>> = {
  applyAttributeChange(checkout, {type, key, value}) {
    const refusal = refusalOf(checkout, 'attributes.canUpdateAttributes');
    if (refusal !== null) return failure(checkout, refusal);
    if (typeof key !== 'string' || key === '') return failure(checkout, 'An attribute needs a key.');

    const others = checkout.attributes.filter((attribute) => attribute.key !== key);
    if (type === 'removeAttribute') return {checkout: {...checkout, attributes: others}, result: SUCCESS};
    if (type !== 'updateAttribute')
      return failure(checkout, unknownType(type, ['updateAttribute', 'removeAttribute']));
    if (typeof value !== 'string')
      return failure(checkout, `The value of the attribute "${key}" is not a string.`);
    const known = checkout.attributes.some((attribute) => attribute.key === key);
    const attributes = known
      ? checkout.attributes.map((attribute) => (attribute.key === key ? {key, value} : attribute))
      : [...checkout.attributes, {key, value}];

    return {checkout: {...checkout, attributes}, result: SUCCESS};
  },

  applyCartLinesChange: linesChange,

  applyDiscountCodeChange(checkout, {type, code}, {offers}) {
    const refusal = refusalOf(checkout, 'discounts.canUpdateDiscountCodes');
    if (refusal !== null) return failure(checkout, refusal);
    if (typeof code !== 'string' || code.trim() === '')
      return failure(checkout, 'The change has no discount code.');
    const isIt = (other: string): boolean => other.toLowerCase() === code.trim().toLowerCase();
    const applied = checkout.discountCodes.some(isIt);

    if (type === 'removeDiscountCode') {
      if (!applied) return failure(checkout, `The discount code "${code}" is not applied.`);
      return {
        checkout: {...checkout, discountCodes: checkout.discountCodes.filter((other) => !isIt(other))},
        result: SUCCESS,
      };
    }

    if (type !== 'addDiscountCode')
      return failure(checkout, unknownType(type, ['addDiscountCode', 'removeDiscountCode']));
    const known = discountCode(offers, code);
    if (known === undefined) return failure(checkout, `The discount code "${code}" does not exist.`);
    if (known.expired === true) return failure(checkout, `The discount code "${code}" has expired.`);
    if (applied) return failure(checkout, `The discount code "${code}" is applied already.`);

    return {checkout: {...checkout, discountCodes: [...checkout.discountCodes, known.code]}, result: SUCCESS};
  },

  applyGiftCardChange(checkout, {type, code}, context) {
    const refusal = refusalOf(checkout, null);
    if (refusal !== null) return failure(checkout, refusal);
    if (typeof code !== 'string' || code.trim() === '')
      return failure(checkout, 'The change has no gift card code.');
    if (type === 'addGiftCard') return withGiftCard(checkout, code, context);
    if (type !== 'removeGiftCard')
      return failure(checkout, unknownType(type, ['addGiftCard', 'removeGiftCard']));
    const isIt = ({lastCharacters}: {lastCharacters: string}): boolean => lastCharacters === lastOf(code);
    if (!checkout.giftCards.some(isIt)) return failure(checkout, 'This gift card is not applied.');

    return {
      checkout: {...checkout, giftCards: checkout.giftCards.filter((card) => !isIt(card))},
      result: SUCCESS,
    };
  },

  applyRedeemableChange(checkout, {type, identifier, attributes}, context) {
    const refusal = refusalOf(checkout, null);
    if (refusal !== null) return failure(checkout, refusal);
    if (type !== 'redeemableAddChange') return failure(checkout, unknownType(type, ['redeemableAddChange']));
    if (typeof identifier !== 'string' || identifier === '')
      return failure(checkout, 'A redeemable needs an identifier.');
    if (!isPairs(attributes, ['string']))
      return failure(checkout, 'attributes is not a list of {key, value}.');

    return withGiftCard(checkout, identifier, context);
  },

  applyMetafieldChange: metafieldChange,

  applyNoteChange(checkout, {type, note}) {
    const refusal = refusalOf(checkout, 'notes.canUpdateNote');
    if (refusal !== null) return failure(checkout, refusal);
    if (type === 'removeNote') return {checkout: {...checkout, note: null}, result: SUCCESS};
    if (type !== 'updateNote') return failure(checkout, unknownType(type, ['updateNote', 'removeNote']));
    if (typeof note !== 'string') return failure(checkout, 'The note is not a string.');
    return {checkout: {...checkout, note}, result: SUCCESS};
  },

  applyPaymentMethodAttributesChange(checkout, {type, attributes}) {
    const refusal = refusalOf(checkout, null);
    if (refusal !== null) return failure(checkout, refusal);
    if (type !== 'updatePaymentMethodAttributes')
      return failure(checkout, unknownType(type, ['updatePaymentMethodAttributes']));
    if (!isPairs(attributes, ['string', 'number', 'boolean']))
      return failure(checkout, 'attributes is not a list of {key, value}.');

    return {checkout: {...checkout, paymentMethodAttributes: attributes}, result: SUCCESS};
  },

  applyShippingAddressChange: addressChange,
};

function withGiftCard(checkout: Checkout, code: string, {offers}: ChangeContext): Changed<ChangeResult> {
  const card = offers.giftCards.find((issued) => issued.code.toLowerCase() === code.trim().toLowerCase());
  const lastCharacters = lastOf(code);
  if (card === undefined) return failure(checkout, 'This gift card does not exist.');
  if (card.disabled === true) return failure(checkout, 'This gift card is disabled.');
  if (minorUnits(card.balance) === 0) return failure(checkout, 'Nothing is left on this gift card.');
  if (checkout.giftCards.some((applied) => applied.lastCharacters === lastCharacters)) {
    return failure(checkout, 'This gift card is applied already.');
  }

  const applied = {lastCharacters, balance: card.balance, amountUsed: card.balance};
  return {checkout: {...checkout, giftCards: [...checkout.giftCards, applied]}, result: SUCCESS};
}

function lastOf(code: string): string {
  return code.trim().slice(-4);
}

function isPairs<Kind extends 'string' | 'number' | 'boolean'>(
  value: unknown,
  kinds: readonly Kind[],
): value is {key: string; value: Values[Kind]}[] {
  return (
    Array.isArray(value) &&
    value.every(
      (pair: unknown) =>
        isRecord(pair) &&
        typeof pair['key'] === 'string' &&
        (kinds as readonly string[]).includes(typeof pair['value']),
    )
  );
}

interface Values {
  string: string;
  number: number;
  boolean: boolean;
}
