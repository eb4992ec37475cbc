import type {DeclaredTool} from '../../core/platforms/shopify/extension/declared-tool.ts';
import {isRecord} from '../../records.ts';
import {declaredSchema, readDeclaredJson, type DeclaredJson} from './declared-json.ts';
import type {TomlTable} from './toml-document.ts';

/**
 * Reads the tools that a target declares for the assistant of the admin.
 *
 * @throws {SimhostError} `ERR_BAD_EXTENSION_FILE` for malformed JSON, a tool without name, description or schema, and a
 *   name that two tools have
 * @see https://shopify.dev/docs/apps/build/sidekick/build-app-data
 */
export async function readTools(table: TomlTable, path: string): Promise<readonly DeclaredTool[]> {
  const file = await readDeclaredJson(table, 'tools', path);
  if (!Array.isArray(file.value))
    throw file.error('does not contain a list of tools.', 'Write [{"name": …, "inputSchema": {…}}].');

  const tools: DeclaredTool[] = [];
  for (const [index, given] of (file.value as readonly unknown[]).entries()) {
    const tool = await readTool(file, given, index);
    if (tools.some(({name}) => name === tool.name))
      throw file.error(`declares the tool "${tool.name}" twice.`, 'Give each tool its own name.');
    tools.push(tool);
  }
  return tools;
}

async function readTool(file: DeclaredJson, given: unknown, index: number): Promise<DeclaredTool> {
  const tool = isRecord(given) ? given : {};
  const name = text(file, tool, 'name', `tool ${index + 1}`);
  const what = `the tool "${name}"`;
  const {inputSchema, outputSchema} = tool;

  return {
    name,
    description: text(file, tool, 'description', what),
    inputSchema: await declaredSchema(file, `"inputSchema" of ${what}`, inputSchema),
    ...(outputSchema === undefined
      ? {}
      : {outputSchema: await declaredSchema(file, `"outputSchema" of ${what}`, outputSchema)}),
  };
}

function text(
  {error}: DeclaredJson,
  tool: Readonly<Record<string, unknown>>,
  key: string,
  what: string,
): string {
  const {[key]: value} = tool;
  if (typeof value === 'string' && value !== '') return value;
  throw error(`has no "${key}" of ${what}.`, `Add "${key}": "…".`);
}
