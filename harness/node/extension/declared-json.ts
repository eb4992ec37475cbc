import {readFile} from 'node:fs/promises';
import {messageOf, type SimhostError} from '../../errors.ts';
import {isRecord} from '../../records.ts';
import {displayPath, positionAt} from './display-path.ts';
import {jsonErrorOffset} from './json-position.ts';
import {schemaFault, type JsonSchema} from './json-schema.ts';
import type {TomlTable} from './toml-document.ts';

/** A JSON file that a key of the TOML names. */
export interface DeclaredJson {
  readonly value: unknown;
  /** Makes an error about the file, at the key of the TOML. */
  error(message: string, next: string): SimhostError;
}

/**
 * Reads a JSON file that a key of a table names.
 *
 * @throws {SimhostError} `ERR_BAD_EXTENSION_FILE` with the position of malformed JSON
 */
export async function readDeclaredJson(table: TomlTable, key: string, path: string): Promise<DeclaredJson> {
  const error = (message: string, next: string): SimhostError =>
    table.error(key, `${displayPath(path)} ${message}`, next);
  const text = (await readText(path, error)).replace(/^\uFEFF/, ' ');

  try {
    return {value: JSON.parse(text), error};
  } catch {
    const position = positionAt(text, jsonErrorOffset(text));
    const line = text.split('\n')[position.line - 1]?.trim() ?? '';
    throw table.error(
      key,
      `${displayPath(path, position)}: malformed JSON.`,
      `Correct this line: ${JSON.stringify(line)}.`,
    );
  }
}

/**
 * Returns a JSON Schema of a declared file.
 *
 * @throws {SimhostError} `ERR_BAD_EXTENSION_FILE` if it is not one
 */
export async function declaredSchema(
  {error}: Pick<DeclaredJson, 'error'>,
  what: string,
  schema: unknown,
): Promise<JsonSchema> {
  if (!isRecord(schema))
    throw error(`has no ${what}, which must be a JSON Schema.`, `Add "${name(what)}": {"type": "object"}.`);

  const fault = await schemaFault(schema);
  if (fault === null) return schema;
  throw error(`has a wrong ${what}: ${fault}.`, `Correct "${name(what)}".`);
}

async function readText(path: string, error: DeclaredJson['error']): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw error(`cannot be read: ${messageOf(cause)}.`, 'Name a JSON file.');
  });
}

/** Returns the key of a schema that a message describes: `"inputSchema" of the tool "search"`. */
function name(what: string): string {
  return /"(\w+)"/.exec(what)?.[1] ?? what;
}
