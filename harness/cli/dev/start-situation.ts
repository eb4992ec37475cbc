import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {readUpdate} from '../option-values.ts';
import {type DevSession, arm, moveClock} from '../../dev/line-commands.ts';

/** The options of the situation that every kind of page takes. */
export interface StartSituation {
  readonly clock: string | undefined;
  readonly freeze: boolean;
  /** Only extensions take it. */
  readonly update?: readonly string[];
  readonly case: readonly string[];
}

/** Does what the options ask for before the page opens. */
export function prepare(
  {clock, freeze, update = [], case: cases}: StartSituation,
  session: DevSession,
  print: (text: string) => void,
): void {
  if (clock !== undefined) print(moveClock(session, (moved) => startClock(moved, clock)));
  if (freeze) print(moveClock(session, (moved) => moved.freeze()));
  for (const id of cases) print(arm(session.simulation, id));

  // The first render needs this. The rest is for extensions that are on the page.
  for (const text of update) {
    const {declined: _, settings: __, editor: ___, ...change} = readUpdate(text);
    session.simulation.update(change);
  }
}

/** Makes the changes that need extensions on the page, such as a step of the checkout. */
export function updateShown({update = []}: StartSituation, {simulation}: DevSession): void {
  for (const text of update) simulation.update(readUpdate(text));
}

/** `+6m` and `-1h` are distances from real time; everything else is an instant. */
function startClock(clock: SimulationCore['clock'], text: string): void {
  const [, minus, duration] = /^(?:\+|(-))(.+)$/.exec(text) ?? [];
  if (duration === undefined) clock.set(text);
  else clock.advance(`${minus ?? ''}${duration}`);
}
