import type {SimulationChange} from '../../core/simulation/simulation-change.ts';
import type {SituationField} from '../../wire/console.ts';

/** A field of the situation, with the way to change it. */
export interface FieldRow extends Omit<SituationField, 'isChanged'> {
  /**
   * The way to notice a change. `start`: the value differs from that of the start. `world`: somebody wrote it in a
   * console; pages and extensions change such values too, and that does not count.
   */
  readonly kind: 'start' | 'world';
  /** Changes it. `null` unsets it. */
  readonly write: (value: string | null) => unknown;
  /** Returns the change by which a test gives it a value. */
  readonly changeTo?: (value: string | null) => SimulationChange;
}
