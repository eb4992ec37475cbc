import type {BranchAddress} from '../../../world/account-records.ts';
import type {Address} from '../../../../wire/order.ts';
import type {Company} from '../../../../wire/account.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';
import type {CustomerAccount} from './account-state.ts';
import {resolveCompanyAddress} from './company-address.ts';
import {toMailingAddress} from './mailing-address-input.ts';
import type {MailingAddressInput} from './mailing-address-input.ts';

/** The most characters of a name or a title. */
const LONGEST_NAME = 255;

interface ContactArguments {
  readonly companyId?: string | null;
  readonly input: Readonly<Partial<Record<'firstName' | 'lastName' | 'title' | 'locale', string | null>>>;
}

interface AssignArguments {
  readonly locationId: string;
  readonly addressTypes: readonly BranchAddress[];
  readonly address: MailingAddressInput & {readonly recipient?: string | null};
}

/**
 * Resolves the mutations of a company's contact and branch. Pages show a new name of the contact.
 *
 * @param contact returns the contact after the change
 * @see https://shopify.dev/docs/api/customer/latest/mutations/companyLocationAssignAddress
 */
export function companyMutations(account: () => CustomerAccount, contact: () => object | null): object {
  return {
    businessContactUpdate: (given: ContactArguments) =>
      withUserErrors(() => updateContact(account(), given, contact), {businessContact: null}),
    companyLocationAssignAddress: (given: AssignArguments) =>
      withUserErrors(() => assignAddress(account(), given), {addresses: null}),
  };
}

function updateContact(
  account: CustomerAccount,
  {companyId, input}: ContactArguments,
  contact: () => object | null,
): object {
  const company = account.customer?.company ?? null;
  if (company === null || (companyId != null && companyId !== company.id))
    throw new UserError('BUSINESS_CONTACT_NOT_FOUND', 'Business contact does not exist.', ['companyId']);

  const entries = Object.entries(input);
  if (entries.length === 0)
    throw new UserError(
      'BUSINESS_CONTACT_UPDATE_INPUT_ARGUMENT_EMPTY',
      'Business contact input cannot be empty.',
      ['input'],
    );

  const tooLong = entries.find(([, value]) => (value?.length ?? 0) > LONGEST_NAME);
  if (tooLong !== undefined)
    throw new UserError('TOO_LONG', `${tooLong[0]} is too long (maximum is ${LONGEST_NAME} characters)`, [
      'input',
      tooLong[0],
    ]);

  const {firstName, lastName, title} = input;
  if (title !== undefined) account.changeRecords({contactTitle: title});
  account.changeCustomer({
    ...(firstName === undefined ? {} : {firstName: firstName ?? ''}),
    ...(lastName === undefined ? {} : {lastName: lastName ?? ''}),
  });
  return {businessContact: contact()};
}

function assignAddress(
  account: CustomerAccount,
  {locationId, addressTypes, address: input}: AssignArguments,
): object {
  const company = companyAt(account, locationId);
  if (addressTypes.length === 0)
    throw new UserError('NO_INPUT', 'Address types are missing.', ['addressTypes']);
  if (Object.keys(input).length === 0) throw new UserError('NO_INPUT', 'Address is empty.', ['address']);

  const {recipient} = input;
  const made = toMailingAddress(input);
  const address: Address = {...made, name: recipient ?? made.name};
  const types = [...new Set(addressTypes)];

  const {branchAddresses} = account.records();
  account.changeRecords({
    branchAddresses: {...branchAddresses, ...Object.fromEntries(types.map((type) => [type, address]))},
  });
  return {addresses: types.map((type) => resolveCompanyAddress(address, type, company))};
}

/** Returns the company whose branch has an id. */
function companyAt({customer}: CustomerAccount, locationId: string): Company {
  const company = customer?.company ?? null;
  if (company === null || company.location.id !== locationId)
    throw new UserError('RESOURCE_NOT_FOUND', 'Company location does not exist.', ['locationId']);
  return company;
}
