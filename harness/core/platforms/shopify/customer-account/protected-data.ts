import {
  isCustomerDataApproved,
  isFieldApproved,
  type ProtectedCustomerData,
  type ProtectedField,
} from '../../../../wire/protected-customer-data.ts';
import type {AccessRule} from '../graphql/query-context.ts';
import {AccessDenied} from './access-denied.ts';

type ProtectedFields = Readonly<Record<string, ProtectedField>>;

const NAMES: ProtectedFields = {firstName: 'name', lastName: 'name'};

const CONTACT: ProtectedFields = {email: 'email', phone: 'phone'};

const PERSON: ProtectedFields = {...NAMES, ...CONTACT, displayName: 'name'};

/** City, province and country are not on Shopify's list. */
const ADDRESS: ProtectedFields = {
  ...NAMES,
  name: 'name',
  recipient: 'name',
  address1: 'address',
  address2: 'address',
  zip: 'address',
  latitude: 'address',
  longitude: 'address',
  formatted: 'address',
  formattedAddress: 'address',
  phone: 'phone',
  phoneNumber: 'phone',
};

/** The fields that need a separate approval, by type. */
const FIELDS_OF_TYPES: Readonly<Record<string, ProtectedFields>> = {
  Checkout: CONTACT,
  CompanyAddress: ADDRESS,
  Contact: PERSON,
  Customer: PERSON,
  CustomerAddress: ADDRESS,
  CustomerCreditCard: {name: 'name'},
  CustomerEmailAddress: {emailAddress: 'email'},
  CustomerMailingAddress: ADDRESS,
  CustomerPhoneNumber: {phoneNumber: 'phone'},
  DraftOrder: CONTACT,
  Order: CONTACT,
  PaymentInstrumentBillingAddress: ADDRESS,
  PaypalBillingAgreement: {paypalAccountEmail: 'email'},
  PersonalAccount: PERSON,
  SubscriptionDeliveryMethodLocalDeliveryOption: {phone: 'phone'},
  SubscriptionMailingAddress: ADDRESS,
};

/** The queries that are open without approval: the shop's own, and those that are the page's alone. */
const OPEN_QUERIES = ['addressFormSettings', 'extensionApiTokens', 'shop', 'uiExtensionSessionToken'];

/**
 * Makes the rule by which the approval of an app opens the Customer Account API: objects with protected customer data,
 * and fields one by one. The words are those of the Admin API.
 *
 * @see https://shopify.dev/docs/apps/launch/protected-customer-data#using-protected-customer-data
 * @see https://shopify.dev/changelog/protected-customer-data-access-required-to-use-the-customer-account-api
 */
export function approvedAccess(approval: ProtectedCustomerData): AccessRule {
  return (type, field, returns, args) => {
    if (!isCustomerDataApproved(approval)) return refusalOfObject(type, field, returns);

    const needed = protectedFieldOf(type, field);
    const isApproved =
      needed === undefined ||
      (isFieldApproved(approval, needed) && (args['withName'] !== true || isFieldApproved(approval, 'name')));

    return isApproved ? null : notApproved(`use the ${field} field`);
  };
}

/** Returns the approval that a field of a type needs; `undefined` if it needs none. */
export function protectedFieldOf(type: string, field: string): ProtectedField | undefined {
  return FIELDS_OF_TYPES[type]?.[field];
}

function refusalOfObject(type: string, field: string, returns: string): Error | null {
  if (type === 'Mutation') return new AccessDenied(`Access denied for ${field} field.`);
  return type === 'QueryRoot' && !OPEN_QUERIES.includes(field)
    ? notApproved(`access the ${returns} object`)
    : null;
}

function notApproved(action: string): Error {
  return new AccessDenied(
    `This app is not approved to ${action}. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
  );
}
