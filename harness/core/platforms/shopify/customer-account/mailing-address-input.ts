import type {Address} from '../../../../wire/order.ts';
import {UserError} from '../graphql/user-error.ts';

/** The fields of `CustomerMailingAddressInput` and of `CustomerAddressInput`, which name two of them differently. */
export interface MailingAddressInput {
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly company?: string | null;
  readonly address1?: string | null;
  readonly address2?: string | null;
  readonly city?: string | null;
  readonly zip?: string | null;
  readonly zoneCode?: string | null;
  readonly territoryCode?: string | null;
  readonly countryCode?: string | null;
  readonly phoneNumber?: string | null;
  readonly phone?: string | null;
}

/**
 * Makes an address of an input. Missing fields are empty.
 *
 * @throws {UserError} `INVALID` for the code of a country that has not two letters
 */
export function toMailingAddress(input: MailingAddressInput): Address {
  const {company, address2, zoneCode} = input;
  const firstName = input.firstName ?? '';
  const lastName = input.lastName ?? '';
  const phone = input.phoneNumber ?? input.phone;
  const countryCode = input.territoryCode ?? input.countryCode ?? '';
  if (!/^([A-Z]{2})?$/.test(countryCode))
    throw new UserError('INVALID', 'Territory code is invalid.', ['address', 'territoryCode']);

  return {
    firstName,
    lastName,
    name: `${firstName} ${lastName}`.trim(),
    address1: input.address1 ?? '',
    city: input.city ?? '',
    zip: input.zip ?? '',
    countryCode,
    ...(company == null ? {} : {company}),
    ...(address2 == null ? {} : {address2}),
    ...(zoneCode == null ? {} : {provinceCode: zoneCode}),
    ...(phone == null ? {} : {phone}),
  };
}
