import {isRecord} from '../../records.ts';
import type {ShippingAddress} from '../../wire/shipping-address.ts';
import type {AddressChangeResult} from '../../wire/change-members.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {refusalOf, unknownType} from './change-result.ts';
import type {Changed} from './change-result.ts';
import {COUNTRY_CODES} from './codes.ts';

type FieldError = Extract<AddressChangeResult, {type: 'error'}>['errors'][number];

/** Carries out `applyShippingAddressChange`: the given fields replace those of the address. */
export function addressChange(
  checkout: Checkout,
  {type, address}: Record<string, unknown>,
): Changed<AddressChangeResult> {
  const refused = (errors: FieldError[]): Changed<AddressChangeResult> => ({
    checkout,
    result: {type: 'error', errors},
  });

  const refusal = refusalOf(checkout, 'delivery.canSelectCustomAddress');
  if (refusal !== null) return refused([{message: refusal}]);
  if (type !== 'updateShippingAddress')
    return refused([{message: unknownType(type, ['updateShippingAddress'])}]);
  if (!isRecord(address)) return refused([{message: 'The change has no address.'}]);

  const errors = addressErrors(address, checkout.shippingAddress ?? {});
  if (errors.length > 0) return refused(errors);

  return {
    checkout: {...checkout, shippingAddress: {...checkout.shippingAddress, ...(address as ShippingAddress)}},
    result: {type: 'success', errors: null},
  };
}

/** Lists the faults of an address, each with its field. */
export function addressErrors(change: Record<string, unknown>, before: ShippingAddress): FieldError[] {
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(change)) {
    if (field === 'oneTimeUse') continue;
    if (!isField(field)) errors.push({message: `An address has no field "${field}".`});
    else if (value !== undefined && typeof value !== 'string')
      errors.push({field, message: `${field} is not a string.`});
  }

  const {countryCode, zip} = {...before, ...change};
  if (change['countryCode'] !== undefined && !COUNTRY_CODES.includes(countryCode as string)) {
    errors.push({field: 'countryCode', message: `Unknown country "${String(countryCode)}".`});
  }

  const pattern = typeof countryCode === 'string' ? ZIPS[countryCode] : undefined;
  if (pattern !== undefined && typeof zip === 'string' && !pattern.test(zip)) {
    errors.push({field: 'zip', message: `"${zip}" is not a postal code of ${String(countryCode)}.`});
  }

  return errors;
}

const FIELDS = [
  'name',
  'firstName',
  'lastName',
  'company',
  'address1',
  'address2',
  'city',
  'zip',
  'countryCode',
  'provinceCode',
  'phone',
] as const;

/** The forms of postal codes that are checked. */
const ZIPS: Readonly<Record<string, RegExp>> = {
  CA: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i,
  DE: /^\d{5}$/,
  FR: /^\d{5}$/,
  US: /^\d{5}(-\d{4})?$/,
};

function isField(name: string): name is (typeof FIELDS)[number] {
  return (FIELDS as readonly string[]).includes(name);
}
