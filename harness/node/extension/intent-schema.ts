import type {DeclaredIntent} from '../../core/platforms/shopify/extension/declared-intent.ts';
import {isRecord} from '../../records.ts';
import {declaredSchema, readDeclaredJson} from './declared-json.ts';
import type {TomlTable} from './toml-document.ts';

/** The schemas of an intent. */
export type IntentSchemas = Omit<DeclaredIntent, 'type' | 'action'>;

/**
 * Reads the schemas of an intent that a target handles.
 *
 * @throws {SimhostError} `ERR_BAD_EXTENSION_FILE` for malformed JSON, and for a schema that is missing or wrong
 * @see https://shopify.dev/docs/apps/build/sidekick/build-app-actions
 */
export async function readIntentSchemas(table: TomlTable, path: string): Promise<IntentSchemas> {
  const file = await readDeclaredJson(table, 'schema', path);
  const {value, inputSchema, outputSchema} = isRecord(file.value) ? file.value : {};

  return {
    inputSchema: await declaredSchema(file, '"inputSchema"', inputSchema),
    ...(value === undefined ? {} : {valueSchema: await declaredSchema(file, '"value"', value)}),
    ...(outputSchema === undefined
      ? {}
      : {outputSchema: await declaredSchema(file, '"outputSchema"', outputSchema)}),
  };
}
