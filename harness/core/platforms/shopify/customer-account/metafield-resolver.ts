import type {Metafield, MetafieldOwner} from '../../../../wire/account.ts';
import type {CustomerAccount} from './account-state.ts';

/** The metafields of one owner as its type in the schema has them. */
export function resolveMetafields(metafields: readonly Metafield[], ownerId: string): object {
  const find = (identifier: Identifier): object | null => {
    const index = place(metafields, ownerId, identifier);
    const found = metafields[index];
    return found === undefined ? null : resolveMetafield(found, index);
  };

  return {
    metafield: find,
    metafields: ({identifiers}: {identifiers: readonly Identifier[]}) => identifiers.map(find),
  };
}

/**
 * Sets metafields of who is signed in, of the page's order, or of the company that they buy for; all of them, or none and
 * user errors. What pages show of metafields follows. The account is read as it is when they are set: others may have set some
 * since the request came.
 */
export function setMetafields(
  account: () => CustomerAccount,
): (given: {metafields: readonly MetafieldInput[]}) => object {
  return ({metafields: inputs}) => {
    const now = account();
    const owners = ownersOf(now);
    const all = [...now.metafields];
    const typed = inputs.map((input) => {
      const known = all[place(all, input.ownerId, input)];
      return {...input, type: input.type ?? known?.metafield.type ?? 'single_line_text_field'};
    });

    const userErrors = typed.flatMap((input, index) =>
      errorsOf(input, owners).map((error) => atElement(error, index)),
    );
    if (userErrors.length > 0) return {metafields: null, userErrors};

    const set = typed.map(({ownerId, namespace, key, type, value}) => {
      const made: Metafield = {
        target: {type: owners.get(ownerId) ?? 'customer', id: ownerId},
        metafield: {namespace, key, type, ...valueOf(type, value)},
      };

      const known = place(all, ownerId, {namespace, key});
      const index = known === -1 ? all.length : known;

      all[index] = made;
      return resolveMetafield(made, index);
    });

    now.setMetafields(all);
    return {metafields: set, userErrors};
  };
}

function ownersOf({customer, order}: CustomerAccount): ReadonlyMap<string, MetafieldOwner> {
  const company = customer?.company ?? null;
  return new Map([
    [order.id, 'order'],
    ...(customer === null ? [] : [[customer.id, 'customer'] as const]),
    ...(company === null
      ? []
      : ([
          [company.id, 'company'],
          [company.location.id, 'companyLocation'],
        ] as const)),
  ]);
}

function place(metafields: readonly Metafield[], ownerId: string, {namespace, key}: Identifier): number {
  return metafields.findIndex(
    ({target, metafield}) =>
      target.id === ownerId && metafield.namespace === namespace && metafield.key === key,
  );
}

interface Identifier {
  readonly namespace: string;
  readonly key: string;
}

export interface MetafieldInput extends Identifier {
  readonly ownerId: string;
  readonly type?: string | null;
  readonly value: string;
}

function resolveMetafield({metafield}: Metafield, index: number): object {
  const {namespace, key, type, value, valueType} = metafield;
  return {
    id: `gid://shopify/Metafield/${index + 1}`,
    namespace,
    key,
    type,
    value: String(value),
    jsonValue: valueType === 'json_string' ? (JSON.parse(String(value)) as unknown) : value,
  };
}

interface UserError {
  readonly code: 'BLANK' | 'INVALID' | 'INVALID_VALUE';
  readonly field: string;
  readonly message: string;
}

function errorsOf(
  {ownerId, type, value}: MetafieldInput & {readonly type: string},
  owners: ReadonlyMap<string, MetafieldOwner>,
): readonly UserError[] {
  if (!owners.has(ownerId)) return [{code: 'INVALID', field: 'ownerId', message: 'Owner does not exist.'}];
  if (value === '') return [{code: 'BLANK', field: 'value', message: "Value can't be blank."}];
  const fits = VALUES[type]?.(value) ?? true;
  return fits ? [] : [{code: 'INVALID_VALUE', field: 'value', message: `Value must be of the type ${type}.`}];
}

const VALUES: Readonly<Record<string, (value: string) => boolean>> = {
  boolean: (value) => value === 'true' || value === 'false',
  number_integer: (value) => /^-?\d+$/.test(value),
  number_decimal: (value) => /^-?\d+(\.\d+)?$/.test(value),
  json: isJson,
};

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function atElement({code, field, message}: UserError, index: number): object {
  return {code, elementIndex: index, field: ['metafields', String(index), field], message};
}

/** The value as pages hand it to extensions. */
function valueOf(type: string, value: string): Pick<Metafield['metafield'], 'value' | 'valueType'> {
  if (type === 'boolean') return {value: value === 'true', valueType: 'boolean'};
  if (type === 'number_integer') return {value: Number(value), valueType: 'integer'};
  if (type === 'number_decimal') return {value: Number(value), valueType: 'float'};
  return {value, valueType: type === 'json' ? 'json_string' : 'string'};
}
