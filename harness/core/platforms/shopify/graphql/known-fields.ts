import {SimhostError} from '../../../../errors.ts';
import {didYouMean} from '../../../../known-values.ts';
import {isPlainObject, shown} from '../../../../shown-value.ts';

/**
 * Refuses a type or a field that no version of both APIs has.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_TYPE`, `ERR_UNKNOWN_FIELD`; `ERR_BAD_OPTION` for a value that is not a function
 */
export async function refuseUnknownFields(type: string, fields: object): Promise<void> {
  refuseOtherThanObject(type, fields);
  const known = await knownFields();
  const fieldsOfType = known.get(type);

  if (fieldsOfType === undefined) {
    throw new SimhostError('ERR_UNKNOWN_TYPE', `Shopify's GraphQL APIs have no type ${shown(type)}.`, {
      next: didYouMean(type, known.keys(), {
        label: null,
        note: "An object type is written as on shopify.dev. One of the Admin API alone needs {api: 'admin'}.",
      }),
    });
  }

  for (const [field, resolve] of Object.entries(fields)) {
    if (fieldsOfType.has(field)) {
      refuseOtherThanFunction(`${type}.${field}`, resolve);
      continue;
    }

    throw new SimhostError('ERR_UNKNOWN_FIELD', `The type ${type} has no field "${field}".`, {
      next: didYouMean(field, fieldsOfType, {note: "One of the Admin API alone needs {api: 'admin'}."}),
    });
  }
}

/**
 * Refuses fields that are not functions. Their names are not checked.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_FIELD`, `ERR_BAD_OPTION`
 */
export function refuseOtherThanFunctions(type: string, fields: object): void {
  refuseOtherThanObject(type, fields);
  for (const [field, resolve] of Object.entries(fields)) refuseOtherThanFunction(`${type}.${field}`, resolve);
}

function refuseOtherThanObject(type: string, fields: object): void {
  if (isPlainObject(fields)) return;
  throw new SimhostError('ERR_UNKNOWN_FIELD', `The fields of ${shown(type)} are ${shown(fields)}.`, {
    next: 'Give a function for each field, such as {title: () => "Bag"}.',
  });
}

function refuseOtherThanFunction(field: string, resolve: unknown): void {
  if (resolve === undefined || typeof resolve === 'function') return;
  throw new SimhostError('ERR_BAD_OPTION', `${field} is ${shown(resolve)}.`, {
    next: `Give a function that returns the value: {${field.split('.').at(-1)}: () => …}.`,
  });
}

/** Lists the fields of each object type, of all versions of both APIs. */
async function knownFields(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const loaded = await Promise.all([
    import('./published/storefront.ts'),
    import('./published/customer-account.ts'),
  ]);

  const known = new Map<string, Set<string>>();
  let fields: Set<string> | undefined;

  for (const line of loaded.flatMap(({FACTS}) => FACTS).flatMap((part) => part.split('\n'))) {
    const [, type] = /^type (\w+)/.exec(line) ?? [];
    const [, field] = /^  (\w+)[(:]/.exec(line) ?? [];
    if (type !== undefined) known.set(type, (fields = known.get(type) ?? new Set()));
    else if (!line.startsWith(' ')) fields = undefined;
    else if (field !== undefined) fields?.add(field);
  }

  return known;
}
