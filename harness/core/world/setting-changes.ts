import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';

/** A setting's value; `undefined` unsets it. */
export type Setting = string | number | boolean;

/**
 * Returns the settings after a change. `fields` are those that the mounted extensions declare.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_SETTING`
 */
export function changeSettings(
  settings: Readonly<Record<string, Setting>>,
  change: Readonly<Record<string, Setting | undefined>>,
  fields: readonly string[],
): Readonly<Record<string, Setting>> {
  for (const key of Object.keys(change)) {
    if (fields.includes(key)) continue;

    throw new SimhostError('ERR_UNKNOWN_SETTING', `No mounted extension declares the setting "${key}".`, {
      next: fields.length === 0 ? 'None declares any.' : didYouMean(key, fields, {label: 'Declared'}),
    });
  }

  return Object.fromEntries(
    Object.entries({...settings, ...change}).filter(
      (entry): entry is [string, Setting] => entry[1] !== undefined,
    ),
  );
}
