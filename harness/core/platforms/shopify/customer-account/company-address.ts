import type {BranchAddress} from '../../../world/account-records.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Address} from '../../../../wire/order.ts';
import type {Company} from '../../../../wire/account.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveMailingAddress} from './mailing-address.ts';

/** The time at which the merchant entered the addresses: before the orders of the world. */
const ENTERED_AT = '2025-12-01T10:00:00.000Z';

/** The number at the end of the id of each address of a branch. */
const NUMBERS: Readonly<Record<BranchAddress, number>> = {BILLING: 1, SHIPPING: 2};

/** Resolves the fields of `CompanyAddress` for an address of a company's branch. */
export function resolveCompanyAddress(
  address: Address | null,
  type: BranchAddress,
  {name: companyName, location}: Company,
): object | null {
  if (address === null) return null;

  const id = `gid://shopify/CompanyAddress/${numberOf(location.id)}${NUMBERS[type]}`;
  const lines = ({withName, withCompanyName}: FormatOptions): unknown => {
    const own = resolveAddress({...address, company: companyName}, id);
    return own?.formatted({withName, withCompany: withCompanyName});
  };

  return {
    ...resolveMailingAddress(address),
    __typename: 'CompanyAddress',
    id,
    company: companyName,
    companyName,
    recipient: address.name === '' ? null : address.name,
    formatted: lines,
    formattedAddress: lines,
    formattedArea: resolveAddress(address, id)?.formattedArea ?? null,
    latitude: null,
    longitude: null,
    createdAt: ENTERED_AT,
    updatedAt: ENTERED_AT,
  };
}

interface FormatOptions {
  readonly withName: boolean;
  readonly withCompanyName: boolean;
}
