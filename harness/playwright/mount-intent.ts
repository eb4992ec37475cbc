import {SimhostError} from '../errors.ts';
import {didYouMean} from '../known-values.ts';
import {shown} from '../shown-value.ts';
import {isRecord} from '../records.ts';
import type {DeclaredIntent} from '../core/platforms/shopify/extension/declared-intent.ts';
import {schemaMismatch} from '../node/extension/json-schema.ts';
import type {LoadedExtension} from '../node/extension/load.ts';
import {adminPlaceOf} from '../wire/admin-targets.ts';
import type {AdminIntent} from '../wire/admin-view.ts';

/** An intent that an extension of the admin handles. */
export interface IntentOption {
  /** For example `edit`. */
  action: string;
  /** For example `application/email`. */
  type: string;
  /** The id of what is edited. Default: none. */
  value?: string;
  /** Values that the assistant has collected. Default: none. */
  data?: Readonly<Record<string, unknown>>;
}

/**
 * Returns the intent that a mount begins with: the option `intent`, or the first one that an extension for intents
 * declares.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` at a target that handles no intents, `ERR_BAD_INTENT` for one that the target
 *   does not declare, or that does not fit its schemas
 */
export async function intentIn(
  given: unknown,
  {extension, target}: LoadedExtension,
): Promise<AdminIntent | undefined> {
  const intents = extension.targeting.find((each) => each.target === target)?.intents ?? [];
  const place = adminPlaceOf(target)?.place;
  const [first] = place === 'intent' ? intents : [];

  if (given === undefined) return first && {action: first.action, type: first.type, data: {}};
  if (place !== 'intent' && place !== 'home') throw noIntents(target);
  return checked(given, intents, target);
}

async function checked(
  given: unknown,
  intents: readonly DeclaredIntent[],
  target: string,
): Promise<AdminIntent> {
  const {action, type, value, data = {}} = isRecord(given) ? given : {};
  const isShaped = typeof action === 'string' && typeof type === 'string' && isRecord(data);
  if (!isShaped || (value !== undefined && typeof value !== 'string')) {
    throw new SimhostError('ERR_BAD_OPTION', `intent is ${shown(given)}.`, {
      next: "Give {action: 'edit', type: 'application/email', value: '1', data: {}}; value and data are optional.",
    });
  }

  const intent = {action, type, data, ...(value === undefined ? {} : {value})};
  // App home also gets the intents of link extensions, which are in other folders.
  if (intents.length > 0) await refuseUnfit(intent, intents, target);
  return intent;
}

/** @throws {SimhostError} `ERR_BAD_INTENT` */
async function refuseUnfit(
  {action, type, value, data}: AdminIntent,
  intents: readonly DeclaredIntent[],
  target: string,
): Promise<void> {
  const name = `${action}:${type}`;
  const names = intents.map((each) => `${each.action}:${each.type}`);
  const declared = intents[names.indexOf(name)];
  if (declared === undefined) {
    throw new SimhostError('ERR_BAD_INTENT', `${target} does not declare the intent "${name}".`, {
      next: didYouMean(name, names, {label: 'It declares'}),
    });
  }

  const {inputSchema, valueSchema} = declared;
  const ofData = await schemaMismatch(inputSchema, data);
  const ofValue =
    value === undefined || valueSchema === undefined ? null : await schemaMismatch(valueSchema, value);
  const [key, mismatch] = ofData === null ? ['value', ofValue] : ['data', ofData];
  if (mismatch === null) return;

  throw new SimhostError(
    'ERR_BAD_INTENT',
    `${key} of the intent "${name}" does not fit its schema: ${mismatch}.`,
    {next: 'Give what fits the file that "schema" of the intent names.'},
  );
}

function noIntents(target: string): SimhostError {
  return new SimhostError('ERR_BAD_OPTION', `"${target}" handles no intents.`, {
    next: 'Give the option intent with admin.app.intent.render or admin.app.home.render.',
  });
}
