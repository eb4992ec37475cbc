import type {Ajv} from 'ajv';

/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Returns the first fault of a JSON Schema, or `null` if it has none. */
export async function schemaFault(schema: JsonSchema): Promise<string | null> {
  const ajv = await validator();
  if (ajv.validateSchema(withoutDialect(schema))) return null;
  return firstError(ajv, 'the schema');
}

/** Returns the first way in which a value does not fit a JSON Schema, or `null` if it fits. */
export async function schemaMismatch(schema: JsonSchema, value: unknown): Promise<string | null> {
  const ajv = await validator();
  return ajv.validate(withoutDialect(schema), value) === true ? null : firstError(ajv, 'the value');
}

/**
 * Creates a validator. References to schemas on other hosts are not followed: they accept any value.
 *
 * The package loads on first use, because most extensions declare no schema.
 */
async function validator(): Promise<Ajv> {
  const {default: Ajv} = await import('ajv');
  return new Ajv({missingRefs: 'ignore', unknownFormats: 'ignore', logger: false});
}

/** Leaves out the dialect, which the validator may not know. */
function withoutDialect({$schema: _dialect, ...schema}: JsonSchema): JsonSchema {
  return schema;
}

function firstError({errors}: Ajv, whole: string): string {
  const [error] = errors ?? [];
  if (error === undefined) return `${whole} is not valid`;
  const at = error.dataPath === '' ? whole : `"${error.dataPath.replace(/^\./, '')}"`;
  const {allowedValues, additionalProperty} = error.params as Record<string, unknown>;
  const detail = allowedValues ?? additionalProperty;
  return `${at} ${error.message ?? 'is not valid'}${detail === undefined ? '' : `: ${String(detail)}`}`;
}
