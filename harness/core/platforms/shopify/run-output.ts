import {SimhostError} from '../../../errors.ts';
import {isRecord} from '../../../records.ts';

/** The form of the values that one kind of target returns. */
interface OutputForm {
  /** Matches the names under which such a function is registered. */
  readonly name: RegExp;
  /** Returns what is wrong with a value, or `null`. */
  readonly faultOf: (value: unknown) => string | null;
  /** An example of a good value. */
  readonly example: string;
}

/** The forms are those of the published types. */
const FORMS: readonly OutputForm[] = [
  {
    name: /\.should-render$/,
    faultOf: conditionFault,
    example: '{display: true} or {display: false}',
  },
  {
    name: /\.suggest$/,
    faultOf: suggestionsFault,
    example: '{suggestions: [{label: string, id?, matchedSubstrings?, formattedAddress?}]}',
  },
  {
    name: /\.format-suggestion$/,
    faultOf: formattedFault,
    example: '{formattedAddress: {address1?, city?, zip?, countryCode?, …}}',
  },
];

/**
 * Returns the value that a function of an extension has returned, if the platform can use it.
 *
 * @throws {SimhostError} `ERR_BAD_OUTPUT`
 */
export function usableOutput(registered: string, value: unknown): unknown {
  const form = FORMS.find(({name}) => name.test(registered));
  const fault = form?.faultOf(value) ?? null;
  if (form === undefined || fault === null) return value;

  const shown = JSON.stringify(value) ?? String(value);
  throw new SimhostError('ERR_BAD_OUTPUT', `"${registered}" returned ${shown}: ${fault}`, {
    next: `Return ${form.example}.`,
  });
}

function conditionFault(value: unknown): string | null {
  const isCondition = isRecord(value) && typeof value['display'] === 'boolean';
  return isCondition ? null : '`display` must be true or false.';
}

function suggestionsFault(value: unknown): string | null {
  const suggestions: unknown = isRecord(value) ? value['suggestions'] : undefined;
  if (!Array.isArray(suggestions)) return '`suggestions` must be an array.';

  for (const [index, suggestion] of (suggestions as unknown[]).entries()) {
    if (!isRecord(suggestion) || typeof suggestion['label'] !== 'string') {
      return `suggestion ${index} has no label.`;
    }

    const {formattedAddress} = suggestion;
    if (formattedAddress !== undefined && !isRecord(formattedAddress)) {
      return `formattedAddress of suggestion ${index} must be an object.`;
    }
  }

  return null;
}

function formattedFault(value: unknown): string | null {
  const isFormatted = isRecord(value) && isRecord(value['formattedAddress']);
  return isFormatted ? null : '`formattedAddress` must be an object.';
}
