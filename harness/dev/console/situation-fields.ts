import {isDeepStrictEqual} from 'node:util';
import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import type {SituationField} from '../../wire/console.ts';
import type {GivenSettings} from '../given-settings.ts';
import type {DevSession} from '../line-commands.ts';
import type {FieldRow} from './field-row.ts';
import {pageFields} from './page-fields.ts';
import {settingFields} from './setting-fields.ts';
import {worldFields} from './world-fields.ts';

export interface SituationFieldParts {
  readonly session: DevSession;
  /** The settings as they are now. */
  readonly given: () => GivenSettings;
  /** Says in the journal what has changed. */
  readonly note: (text: string) => void;
}

/** JSON may come back with its names in another order. */
function isSame(before: string | null, now: string | null, input: FieldRow['input']): boolean {
  if (before === now || input !== 'json' || before === null || now === null) return before === now;
  return isDeepStrictEqual(JSON.parse(before), JSON.parse(now));
}

/** The fields of the situation: what they are now, what they were at the start, and how to change them. */
export class SituationFields {
  readonly #parts: SituationFieldParts;
  #start: ReadonlyMap<string, string | null> = new Map();

  constructor(parts: SituationFieldParts) {
    this.#parts = parts;
  }

  /** Takes the present values as those of the start. */
  started(): void {
    this.#start = new Map(this.#rows().map(({id, value}) => [id, value]));
  }

  /** Lists all fields, as a console shows them. */
  list(): readonly SituationField[] {
    return this.#rows().map((row) => {
      const {write: _, changeTo: __, kind: ___, ...shown} = row;
      return {...shown, isChanged: this.#isChanged(row)};
    });
  }

  /** Lists the fields that differ from the start. */
  changed(): readonly FieldRow[] {
    return this.#rows().filter((row) => this.#isChanged(row));
  }

  /**
   * Gives a field a value. `null` unsets it.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_OPTION` for an unknown field, and the errors of the change
   */
  async set(id: string, value: string | null): Promise<void> {
    const row = this.#find(id);
    await row.write(value);
    if (row.changeTo === undefined) return;

    const {session, note} = this.#parts;
    session.written.keep(id, {before: row.value, now: this.#find(id).value, change: row.changeTo(value)});
    note(`${row.section}: ${row.label} changed`);
  }

  /** Gives a field the value of the start. */
  async undo(id: string): Promise<void> {
    const row = this.#find(id);
    await this.set(id, row.kind === 'world' ? this.#before(row) : (this.#start.get(id) ?? null));
  }

  /** Takes back what consoles have written into the world. */
  async undoWorld(): Promise<void> {
    for (const {id, kind} of this.changed()) if (kind === 'world') await this.undo(id);
  }

  #before({id, value}: FieldRow): string | null {
    const written = this.#parts.session.written.get(id);
    return written === undefined ? value : written.before;
  }

  #isChanged(row: FieldRow): boolean {
    const before = row.kind === 'world' ? this.#before(row) : this.#start.get(row.id);
    return before !== undefined && !isSame(before, row.value, row.input);
  }

  #find(id: string): FieldRow {
    const rows = this.#rows();
    const row = rows.find((each) => each.id === id);
    if (row !== undefined) return row;
    throw new SimhostError('ERR_UNKNOWN_OPTION', `The situation has no field "${id}".`, {
      next: didYouMean(
        id,
        rows.map((each) => each.id),
      ),
    });
  }

  #rows(): readonly FieldRow[] {
    const {session, given} = this.#parts;
    const {simulation, shown, changeSettings, page} = session;
    const settings = {given, changeSettings, products: simulation.world.products};

    return [
      ...pageFields({simulation, shown, page}),
      ...(page.fields?.() ?? []),
      ...shown.flatMap((extension) => settingFields(extension, settings)),
      // Pages without extensions do not show this world.
      ...(shown.length === 0 ? [] : worldFields(simulation)),
      ...(page.hasCorsSwitch ? [corsField(session.cors)] : []),
    ];
  }
}

function corsField(cors: DevSession['cors']): FieldRow {
  return {
    id: 'cors',
    section: 'The platform',
    label: 'Hold to CORS',
    input: 'switch',
    value: String(cors.isHeld),
    options: [],
    hint: 'What a browser would refuse does not reach the extension',
    isRare: false,
    kind: 'start',
    write: (value) => cors.switch(value === 'true'),
  };
}
