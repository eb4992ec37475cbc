import {
  isFieldApproved,
  type ProtectedCustomerData,
  type ProtectedField,
} from '../../../../wire/protected-customer-data.ts';
import type {AccessRule} from '../graphql/query-context.ts';
import {AccessDenied} from './access-denied.ts';

/** The page of Shopify about protected customer data. Error messages name it. */
export const PROTECTED_DATA_DOCS = 'https://shopify.dev/docs/apps/launch/protected-customer-data';

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

/** The fields that need an approval of their own, by type. */
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

/**
 * Makes the rule by which the approval of an app opens the fields that identify a customer.
 *
 * @see https://shopify.dev/docs/apps/launch/protected-customer-data#using-protected-customer-data
 */
export function protectedFieldAccess(approval: ProtectedCustomerData): AccessRule {
  return (type, field, _returns, args) => {
    const needed = protectedFieldOf(type, field);
    if (needed === undefined) return null;

    const isApproved =
      isFieldApproved(approval, needed) && (args['withName'] !== true || isFieldApproved(approval, 'name'));
    if (isApproved) return null;

    return new AccessDenied(
      `This app is not approved to use the ${field} field. See ${PROTECTED_DATA_DOCS} for more details.`,
    );
  };
}

/** Returns the approval that a field of a type needs; `undefined` if it needs none. */
export function protectedFieldOf(type: string, field: string): ProtectedField | undefined {
  return FIELDS_OF_TYPES[type]?.[field];
}
