import {expect, test} from '@playwright/test';
import {getNamedType, isEnumType, isObjectType} from 'graphql';
import type {GraphQLOutputType} from 'graphql';
import {publishedSchema} from '../graphql/published-schema.ts';
import {publishedVersions} from '../graphql/published/releases.ts';

const STATUS = ['SUBSCRIPTION_CONTRACT_DOES_NOT_EXIST', 'CONTRACT_TERMINATED'];
const CONTRACT = ['SUBSCRIPTION_CONTRACT_DOES_NOT_EXIST', 'INVALID'];
const CARD = ['PAYMENT_INSTRUMENT_ID_DOES_NOT_EXIST'];

/** The codes of user errors that each mutation may answer. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  subscriptionContractActivate: STATUS,
  subscriptionContractPause: STATUS,
  subscriptionContractCancel: STATUS,
  subscriptionBillingCycleSkip: ['INVALID'],
  subscriptionBillingCycleUnskip: ['INVALID'],
  subscriptionContractChangePaymentInstrument: [...CONTRACT, 'PAYMENT_INSTRUMENT_DOES_NOT_EXIST'],
  subscriptionContractFetchDeliveryOptions: CONTRACT,
  subscriptionContractSelectDeliveryMethod: CONTRACT,
  businessContactUpdate: [
    'BUSINESS_CONTACT_NOT_FOUND',
    'BUSINESS_CONTACT_UPDATE_INPUT_ARGUMENT_EMPTY',
    'TOO_LONG',
  ],
  companyLocationAssignAddress: ['RESOURCE_NOT_FOUND', 'NO_INPUT', 'INVALID'],
  paymentInstrumentRemove: [...CARD, 'CANNOT_REPLACE_PAYMENT_INSTRUMENT_WITH_ITSELF'],
  paymentInstrumentUpdateDefault: CARD,
  businessLocationPaymentInstrumentRemove: [
    ...CARD,
    'CANNOT_REPLACE_PAYMENT_INSTRUMENT_WITH_ITSELF',
    'COMPANY_LOCATION_ID_DOES_NOT_EXIST',
  ],
  shopPayCreditCardGetUpdateUrl: [...CARD, 'CANNOT_REDIRECT_TO_SHOP_PAY'],
  resendGiftCard: ['GIFT_CARD_NOT_FOUND_FOR_ORDER', 'ORDER_NOT_FOUND'],
  customerEmailMarketingOptIn: ['CUSTOMER_ALREADY_SUBSCRIBED', 'EMAIL_ADDRESS_NOT_FOUND'],
  customerEmailMarketingSubscribe: ['CUSTOMER_ALREADY_SUBSCRIBED', 'EMAIL_ADDRESS_NOT_FOUND'],
  customerEmailMarketingUnsubscribe: ['EMAIL_ADDRESS_NOT_FOUND'],
  orderRequestReturn: ['NOT_FOUND', 'INVALID'],
  // An unknown owner is `INVALID` in the versions that have it.
  metafieldsSet: ['INVALID_VALUE', 'STALE_OBJECT'],
  metafieldsDelete: ['INVALID'],
  storefrontCustomerAccessTokenCreate: ['CUSTOMER_DOES_NOT_EXIST'],
  customerUpdate: ['CUSTOMER_INPUT_ARGUMENT_EMPTY', 'TOO_LONG', 'INVALID'],
  customerAddressCreate: ['ADDRESS_ARGUMENT_EMPTY', 'INVALID_TERRITORY_CODE', 'TOO_LONG', 'INVALID'],
  customerAddressUpdate: ['ADDRESS_ID_DOES_NOT_EXIST', 'DEMOTING_CUSTOMER_DEFAULT_ADDRESS_NOT_ALLOWED'],
  customerAddressDelete: ['ADDRESS_ID_DOES_NOT_EXIST', 'DELETING_CUSTOMER_DEFAULT_ADDRESS_NOT_ALLOWED'],
};

for (const version of publishedVersions('customer-account')) {
  test(`every user error of ${version} has a code of the schema`, async () => {
    const schema = await publishedSchema('customer-account', version);
    const mutations = schema.getMutationType()?.getFields() ?? {};

    const unknown = Object.entries(CODES).flatMap(([name, codes]) => {
      const mutation = mutations[name];
      // Payloads of older versions have no user errors.
      const errors = mutation === undefined ? undefined : fieldOf(mutation.type, 'userErrors');
      if (errors === undefined) return [];

      const known = codesOf(errors);
      return codes.filter((code) => !known.includes(code)).map((code) => `${name}: ${code}`);
    });

    expect(unknown).toEqual([]);
  });
}

/** Lists the values of the field `code` of user errors. */
function codesOf(errors: GraphQLOutputType): readonly string[] {
  const code = fieldOf(errors, 'code');
  const type = code === undefined ? undefined : getNamedType(code);
  return isEnumType(type) ? type.getValues().map(({name}) => name) : [];
}

function fieldOf(type: GraphQLOutputType | undefined, name: string): GraphQLOutputType | undefined {
  const named = type === undefined ? undefined : getNamedType(type);
  return isObjectType(named) ? named.getFields()[name]?.type : undefined;
}
