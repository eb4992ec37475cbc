import type {PageState} from '../../../wire/control.ts';
import type {Address, Money} from '../../../wire/order.ts';

/** Returns an amount as the page writes it. */
export function formatMoney({amount, currencyCode}: Money, {words}: PageState): string {
  return words.amounts[`${currencyCode} ${amount}`] ?? '';
}

/** Formats an address on one line; the empty string without one. */
export function formatAddress(address: Address | null): string {
  if (address === null) return '';

  const {name, company, address1, address2, zip, city, provinceCode, countryCode} = address;
  const region = [city, provinceCode, zip].filter((part) => part !== undefined && part !== '').join(' ');

  return [name, company, address1, address2, region, countryCode]
    .filter((line) => line !== undefined && line !== '')
    .join(', ');
}
