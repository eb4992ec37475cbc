import type {PageState} from '../../../wire/control.ts';
import type {Address, Money} from '../../../wire/order.ts';

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** Formats an amount in the page's language. */
export function formatMoney({amount, currencyCode}: Money, {localization: {language}}: PageState): string {
  const make = (): Intl.NumberFormat =>
    new Intl.NumberFormat(language, {style: 'currency', currency: currencyCode});
  return formatterFor(`${language} ${currencyCode}`, make).format(amount);
}

/** Formats the day of an instant in the page's language and time zone. */
export function formatDay(instant: string, {localization: {language, timezone}}: PageState): string {
  const make = (): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, {dateStyle: 'long', timeZone: timezone});
  return formatterFor(`${language} ${timezone}`, make).format(new Date(instant));
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

/** Keeps each formatter, because creating one takes the browser milliseconds. */
function formatterFor<Formatter extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  make: () => Formatter,
): Formatter {
  const formatter = (formatters.get(key) as Formatter | undefined) ?? make();
  formatters.set(key, formatter);
  return formatter;
}
