import {isCustomerDataApproved, isFieldApproved} from '../../../../../wire/protected-customer-data.ts';
import type {ProtectedCustomerData, ProtectedField} from '../../../../../wire/protected-customer-data.ts';
import {AccessDenied} from '../../customer-account/access-denied.ts';
import type {AccessRule} from '../../graphql/query-context.ts';

type ProtectedFields = Readonly<Record<string, ProtectedField>>;

const NAMES: ProtectedFields = {firstName: 'name', lastName: 'name', name: 'name', displayName: 'name'};

/** The fields that need a separate approval, by type. */
const FIELDS: Readonly<Record<string, ProtectedFields>> = {
  Customer: {
    ...NAMES,
    email: 'email',
    defaultEmailAddress: 'email',
    phone: 'phone',
    defaultPhoneNumber: 'phone',
  },
  Order: {email: 'email', phone: 'phone'},
  MailingAddress: {
    ...NAMES,
    address1: 'address',
    address2: 'address',
    zip: 'address',
    formatted: 'address',
    latitude: 'address',
    longitude: 'address',
    phone: 'phone',
  },
};

/** The types of objects that hold customer data. */
const OBJECTS = ['Customer', 'Order'];

/**
 * Makes the rule by which Shopify's approval of an app opens customer data: objects as a whole, and fields one by one.
 *
 * @see https://shopify.dev/docs/apps/launch/protected-customer-data
 */
export function approvedData(approval: ProtectedCustomerData): AccessRule {
  return (type, field, returns) => {
    if (!isCustomerDataApproved(approval)) {
      const object = returns.replace(/Connection$/, '');
      const isRepeated = /(?:Connection|Edge)$/.test(type);
      return OBJECTS.includes(object) && !isRepeated ? notApproved(`access the ${object} object`) : null;
    }

    const needed = FIELDS[type]?.[field];
    return needed === undefined || isFieldApproved(approval, needed)
      ? null
      : notApproved(`use the ${field} field`);
  };
}

function notApproved(action: string): AccessDenied {
  return new AccessDenied(
    `This app is not approved to ${action}. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
  );
}
