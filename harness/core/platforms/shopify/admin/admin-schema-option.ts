/**
 * The schema of the Admin API that the codegen of an app has written. simhost then answers every field of it.
 *
 * @example
 * ```ts
 * import {readFile} from 'node:fs/promises';
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({
 *   adminSchema: {read: () => readFile('app/types/admin-2026-07.schema.json', 'utf8')},
 * });
 * ```
 */
export interface AdminSchema {
  /** Reads the file: an introspection in JSON. It is read once, at the first query of the Admin API. */
  read(): Promise<string>;
}
