import {UserError, emptyValue} from '../graphql/user-error.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The fields of a customer, as a mutation gives them. */
export interface CustomerInput {
  readonly email?: string | null;
  readonly password?: string | null;
  readonly phone?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly acceptsMarketing?: boolean | null;
}

/** The lengths of a password. */
const PASSWORD = {least: 5, most: 40};

/** The most characters of a name. */
const LONGEST_NAME = 255;

/** Lists the faults of the fields that are given. */
export function faultsOf(
  {email, password, phone, firstName, lastName}: CustomerInput,
  path: string,
): readonly (UserError | null)[] {
  return [
    email == null || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email)
      ? null
      : new UserError('INVALID', 'Email is invalid', [path, 'email']),
    password == null ? null : passwordFault(password, [path, 'password']),
    phone == null || phone === '' || /^\+[1-9]\d{6,14}$/.test(phone)
      ? null
      : new UserError('INVALID', 'Phone is invalid', [path, 'phone']),
    nameFault(firstName, 'First name', [path, 'firstName']),
    nameFault(lastName, 'Last name', [path, 'lastName']),
  ];
}

/** Describes the fault of a password; null if it is good. */
export function passwordFault(password: string, field: readonly string[]): UserError | null {
  const {least, most} = PASSWORD;
  if (password === '') return emptyValue('Password', field);
  if (password !== password.trim())
    return new UserError(
      'PASSWORD_STARTS_OR_ENDS_WITH_WHITESPACE',
      'Password cannot start or end with whitespace',
      field,
    );
  if (password.length < least)
    return new UserError('TOO_SHORT', `Password is too short (minimum is ${least} characters)`, field);

  return password.length > most
    ? new UserError('TOO_LONG', `Password is too long (maximum is ${most} characters)`, field)
    : null;
}

/** Lists the faults of an email or a phone number that another customer has. */
export function takenFaults(
  {email, phone}: CustomerInput,
  path: string,
  {accounts: {customers}, id}: Pick<StorefrontWorld, 'accounts'> & {readonly id?: string},
): readonly (UserError | null)[] {
  const ofEmail = email == null ? undefined : customers.byEmail(email);
  const ofPhone = phone == null || phone === '' ? undefined : customers.byPhone(phone);

  return [
    ofEmail === undefined || ofEmail.customer.id === id
      ? null
      : new UserError('TAKEN', 'Email has already been taken', [path, 'email']),
    ofPhone === undefined || ofPhone.customer.id === id
      ? null
      : new UserError('TAKEN', 'Phone has already been taken', [path, 'phone']),
  ];
}

function nameFault(
  name: string | null | undefined,
  title: string,
  field: readonly string[],
): UserError | null {
  if (name == null) return null;
  if (/<[^>]+>/.test(name))
    return new UserError('CONTAINS_HTML_TAGS', `${title} cannot contain HTML tags`, field);
  if (/https?:\/\/|www\./i.test(name))
    return new UserError('CONTAINS_URL', `${title} cannot contain URL`, field);

  return name.length > LONGEST_NAME
    ? new UserError('TOO_LONG', `${title} is too long (maximum is ${LONGEST_NAME} characters)`, field)
    : null;
}
