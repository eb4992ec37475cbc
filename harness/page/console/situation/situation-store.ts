import {type Signal, signal} from '@preact/signals';
import type {SituationField} from '../../../wire/console.ts';
import {ask, attempt} from '../state/console-client.ts';

/** The fields, as the server last listed them. */
export const fields: Signal<readonly SituationField[]> = signal([]);

/** Refusals of the server by the id of the field. */
export const refusals: Signal<ReadonlyMap<string, string>> = signal(new Map());

/** Typed values that the server has not taken yet, by id. */
export const drafts: Signal<ReadonlyMap<string, string>> = signal(new Map());

/** The fields that changed elsewhere, by id, with the number of times. */
export const flashes: Signal<ReadonlyMap<string, number>> = signal(new Map());

/** The field that takes the focus as soon as it is drawn, by its id. */
export const wantedField: Signal<string | null> = signal(null);

/** Milliseconds after the last key until an edit goes out. */
const PAUSE = 150;

const timers = new Map<string, ReturnType<typeof setTimeout>>();
let sent = new Set<string>();

/** Asks the server for all fields. */
export async function loadFields(): Promise<void> {
  const found = (await ask('situation', null)) as readonly SituationField[] | null;
  if (found === null || found === undefined) return;
  flashes.value = flashed(fields.value, found, sent, flashes.value);
  sent = new Set();
  fields.value = found;
}

/** Finds the fields that somebody else changed. The first list flashes nothing, nor does a value that was sent here. */
export function flashed(
  before: readonly SituationField[],
  after: readonly SituationField[],
  own: ReadonlySet<string>,
  flashesBefore: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const next = new Map(flashesBefore);
  for (const {id, value} of after) {
    const was = before.find((field) => field.id === id);
    if (was !== undefined && was.value !== value && !own.has(id)) next.set(id, (next.get(id) ?? 0) + 1);
  }
  return next;
}

/** Keeps what is typed, and sends it after the last key. */
export function type(field: SituationField, text: string): void {
  drafts.value = new Map(drafts.value).set(field.id, text);
  clearTimeout(timers.get(field.id));
  timers.set(
    field.id,
    setTimeout(() => void change(field.id, text === '' ? null : text), PAUSE),
  );
}

/** Gives a field a value that was chosen. The control shows it at once. */
export function choose(id: string, value: string): void {
  drafts.value = new Map(drafts.value).set(id, value);
  void change(id, value === '' ? null : value);
}

/** Gives a field a value. A refusal stays at the field, with what was typed. */
export async function change(id: string, value: string | null): Promise<void> {
  await send(id, 'field', {id, value}, value ?? '');
}

/** Gives a field the value of the start. */
export async function undo(id: string): Promise<void> {
  clearTimeout(timers.get(id));
  drafts.value = without(drafts.value, id);
  await send(id, 'reset', {field: id}, '');
}

async function send(id: string, verb: string, arg: unknown, typed: string): Promise<void> {
  sent.add(id);
  const refused = await attempt(verb, arg);
  const next = without(refusals.value, id);
  if (refused !== null) next.set(id, refused);
  refusals.value = next;

  await loadFields();
  // What was typed in the meantime goes out by itself.
  if (refused === null && drafts.value.get(id) === typed) drafts.value = without(drafts.value, id);
}

function without(map: ReadonlyMap<string, string>, id: string): Map<string, string> {
  const next = new Map(map);
  next.delete(id);
  return next;
}
