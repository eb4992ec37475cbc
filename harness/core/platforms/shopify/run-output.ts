import {SimhostError} from '../../../errors.ts';

/** What a function has returned, if the platform can use it. The forms are those of the published types. */
export function usableOutput(registered: string, value: unknown): unknown {
  const form = FORMS.find(([pattern]) => pattern.test(registered));
  const wrong = form?.[1](value) ?? null;
  if (wrong === null) return value;

  throw new SimhostError(
    'ERR_BAD_OUTPUT',
    `"${registered}" returned ${JSON.stringify(value) ?? String(value)}: ${wrong}`,
    {
      next: `Return ${form?.[2] ?? 'a value'}.`,
    },
  );
}

/** For each kind of function: what is wrong with a value, and what a good one looks like. */
const FORMS: readonly (readonly [name: RegExp, wrong: (value: unknown) => string | null, good: string])[] = [
  [/\.should-render$/, conditionFault, '{display: true} or {display: false}'],
  [
    /\.suggest$/,
    suggestionsFault,
    '{suggestions: [{label: string, id?, matchedSubstrings?, formattedAddress?}]}',
  ],
  [/\.format-suggestion$/, formattedFault, '{formattedAddress: {address1?, city?, zip?, countryCode?, …}}'],
];

function conditionFault(value: unknown): string | null {
  return isObject(value) && typeof value['display'] === 'boolean'
    ? null
    : 'display is neither true nor false.';
}

function suggestionsFault(value: unknown): string | null {
  if (!isObject(value) || !Array.isArray(value['suggestions'])) return 'suggestions is no list.';
  for (const [index, suggestion] of (value['suggestions'] as unknown[]).entries()) {
    if (!isObject(suggestion) || typeof suggestion['label'] !== 'string')
      return `suggestion ${index} has no label.`;
    const {formattedAddress} = suggestion;
    if (formattedAddress !== undefined && !isObject(formattedAddress))
      return `formattedAddress of suggestion ${index} is no address.`;
  }

  return null;
}

function formattedFault(value: unknown): string | null {
  return isObject(value) && isObject(value['formattedAddress']) ? null : 'formattedAddress is no address.';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
