import type {ClaimField} from '../../../wire/token-draft.ts';

/** A field of the editor, with its text at the start. */
export interface DraftField extends ClaimField {
  /** The text at the start; null for a claim that was added. */
  readonly start: string | null;
  /** Whether the claim is left out. */
  readonly isGone: boolean;
}

/** Begins the fields of a draft. */
export function startFields(fields: readonly ClaimField[]): readonly DraftField[] {
  return fields.map(({name, text}) => ({name, text, start: text, isGone: false}));
}

/** Whether a field differs from its start. */
export function isChanged({text, start, isGone}: DraftField): boolean {
  return isGone || text !== start;
}

/** Writes a string into a field. */
export function withText(fields: readonly DraftField[], name: string, text: string): readonly DraftField[] {
  return fields.map((field) => (field.name === name ? {...field, text} : field));
}

/** Leaves a claim out; one that was added is gone from the fields. */
export function without(fields: readonly DraftField[], name: string): readonly DraftField[] {
  return fields
    .filter((field) => field.name !== name || field.start !== null)
    .map((field) => (field.name === name ? {...field, isGone: true} : field));
}

/** Takes the changes of a field back. */
export function undone(fields: readonly DraftField[], name: string): readonly DraftField[] {
  return fields
    .filter((field) => field.name !== name || field.start !== null)
    .map((field) => (field.name === name ? {...field, text: field.start ?? '', isGone: false} : field));
}

/** Adds a claim. A known name comes back, and an empty one adds nothing. */
export function withClaim(fields: readonly DraftField[], given: string): readonly DraftField[] {
  const name = given.trim();
  if (name === '') return fields;
  if (fields.some((field) => field.name === name))
    return fields.map((field) => (field.name === name ? {...field, isGone: false} : field));
  return [...fields, {name, text: '', start: null, isGone: false}];
}

/** Takes over the claims that were written as JSON. Those that are missing are left out. */
export function fromJson(
  fields: readonly DraftField[],
  claims: readonly ClaimField[],
): readonly DraftField[] {
  const known = fields.flatMap((field) => {
    const text = claims.find(({name}) => name === field.name)?.text;
    if (text !== undefined) return [{...field, text, isGone: false}];
    return field.start === null ? [] : [{...field, isGone: true}];
  });

  const added = claims.filter(({name}) => !fields.some((field) => field.name === name));
  return [...known, ...added.map(({name, text}) => ({name, text, start: null, isGone: false}))];
}

/** Lists the fields that the token gets. */
export function keptFields(fields: readonly DraftField[]): readonly ClaimField[] {
  return fields.filter(({isGone}) => !isGone).map(({name, text}) => ({name, text}));
}
