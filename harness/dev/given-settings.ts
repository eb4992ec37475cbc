import {readFile} from 'node:fs/promises';
import {SimhostError, messageOf} from '../errors.ts';
import {parseSetting} from '../core/platforms/shopify/extension/setting-value.ts';
import {resolveSettings} from '../core/platforms/shopify/extension/settings.ts';
import type {SettingField, Settings} from '../core/platforms/shopify/extension/settings.ts';

/** Settings as they were given: a string from the command line is read as the type of its field. */
export type GivenSettings = ReadonlyMap<string, {readonly text: string} | {readonly value: unknown}>;

/**
 * Reads `--settings`: `key=value`, or the path of a JSON file with an object.
 *
 * @throws {SimhostError} `ERR_BAD_SETTING`
 */
export async function readGivenSettings(options: readonly string[]): Promise<GivenSettings> {
  const given = new Map<string, {text: string} | {value: unknown}>();
  for (const option of options) {
    const read = option.includes('=') ? [readAssignment(option)] : await readSettingsFile(option);
    for (const [key, value] of read) given.set(key, value);
  }
  return given;
}

/** Reads `key=value`; `key=` is a setting that the merchant has left empty. */
export function readAssignment(text: string): readonly [string, {readonly text: string}] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at).trim(), {text: text.slice(at + 1)}];
  throw new SimhostError('ERR_BAD_SETTING', `Not a setting: ${text}`, {
    next: 'Give key=value, for example title=Points.',
  });
}

/**
 * Computes the values of `shopify.settings` for these fields. Settings of other extensions are left out.
 *
 * @throws {SimhostError} `ERR_BAD_SETTING`
 */
export function settingsFor(fields: readonly SettingField[], given: GivenSettings): Settings {
  const own = fields.flatMap((field) => {
    const found = given.get(field.key);
    return found === undefined
      ? []
      : [[field.key, 'text' in found ? readText(field, found.text) : found.value] as const];
  });

  return resolveSettings(fields, Object.fromEntries(own));
}

/**
 * Fails for a setting without a field.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_SETTING` with the nearest
 */
export function refuseUndeclared(fields: readonly SettingField[], given: GivenSettings): void {
  for (const key of given.keys())
    if (!fields.some((field) => field.key === key)) resolveSettings(fields, {[key]: undefined});
}

/** Parses a string as the type of its field. A string of another type stays a string, which is refused later. */
function readText({type}: SettingField, text: string): unknown {
  return text === '' ? undefined : (parseSetting(type, text) ?? text);
}

async function readSettingsFile(
  path: string,
): Promise<readonly (readonly [string, {readonly value: unknown}])[]> {
  const next = 'Give --settings key=value, or the path of a JSON file such as {"title": "Points"}.';
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SimhostError(
      'ERR_BAD_SETTING',
      `--settings ${path} is neither key=value nor a file that can be read.`,
      {next, cause},
    );
  });

  let value: unknown;

  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new SimhostError('ERR_BAD_SETTING', `${path} is not JSON: ${messageOf(cause)}`, {next, cause});
  }

  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new SimhostError('ERR_BAD_SETTING', `${path} does not hold a JSON object.`, {next});
  }

  return Object.entries(value).map(([key, each]) => [key, {value: each as unknown}] as const);
}
