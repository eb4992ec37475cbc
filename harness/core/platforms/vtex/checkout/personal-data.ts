import {isRecord} from '../../../../records.ts';

/** The number of characters at the beginning of a value that VTEX shows. */
const SHOWN = 3;

/** The fields that are not personal: ids, choices, and the parts of an address that a price depends on. */
const OPEN_FIELDS = [
  'addressType',
  'addressId',
  'country',
  'state',
  'itemIndex',
  'selectedDeliveryChannel',
  'selectedSla',
];

/**
 * Masks the personal data of an attachment as VTEX does: the first three characters stay, each other one
 * but spaces is an asterisk. Other values than strings stay.
 */
export function masked(value: unknown, field = ''): unknown {
  if (OPEN_FIELDS.includes(field)) return value;
  if (typeof value === 'string') return value.slice(0, SHOWN) + value.slice(SHOWN).replaceAll(/\S/g, '*');
  if (Array.isArray(value)) return value.map((item) => masked(item, field));
  if (!isRecord(value)) return value;

  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, masked(part, name)]));
}
