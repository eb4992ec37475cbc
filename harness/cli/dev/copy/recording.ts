import type {SimulationCore} from '../../../core/simulation/simulation-core.ts';
import {testSetupOf} from './test-setup.ts';
import type {TestSetup} from './test-setup.ts';
import {stepsToSetup} from './step.ts';
import type {Step} from './step.ts';

/** The steps since an extension started. */
export interface Take {
  /** The situation in which the extension started. */
  readonly start: TestSetup;
  readonly steps: readonly RecordedStep[];
}

/** A step, and the number of requests that the log had before it. */
export type RecordedStep = Step & {readonly after: number};

interface RunningTake {
  readonly start: TestSetup;
  readonly steps: RecordedStep[];
  /** The number of requests before the take. */
  readonly from: number;
}

/** The takes that are kept. A copy is made of a request that the author still sees. */
const KEPT = 50;

/** Records what an author does in `simhost dev`, so that it can be copied as a test. */
export class Recording {
  readonly #simulation: SimulationCore;
  readonly #takes: RunningTake[] = [];
  #seen: TestSetup;
  #requests = 0;

  constructor(simulation: SimulationCore) {
    this.#simulation = simulation;
    this.#seen = testSetupOf(simulation);
    this.#takes.push({start: this.#seen, steps: [], from: 0});

    simulation.clock.onMove(() => this.#observe());
    simulation.requests.onChange(({id}) => {
      if (id < this.#requests) return;
      // A change of the situation often shows by the request that it leads to.
      this.#observe();
      this.#requests = id + 1;
    });
    simulation.events.deeds.subscribe((deed) => {
      this.#observe();
      this.#add({kind: 'deed', deed});
    });
  }

  /** Begins a new take: the extensions start again, and what they showed before is gone. */
  restarted(): void {
    this.#seen = testSetupOf(this.#simulation);
    this.#takes.push({start: this.#seen, steps: [], from: this.#requests});
    if (this.#takes.length > KEPT) this.#takes.shift();
  }

  /** Returns what led to a request; the whole of the newest take without one. */
  takeUntil(request: number | null): Take {
    this.#observe();
    const take = this.#takes.findLast(({from}) => request === null || from <= request) ?? this.#current();
    return {start: take.start, steps: take.steps.filter(({after}) => request === null || after <= request)};
  }

  /** Adds what has changed since the last look. */
  #observe(): void {
    const now = testSetupOf(this.#simulation);
    for (const step of stepsToSetup(this.#seen, now)) this.#add(step);
    this.#seen = now;
  }

  #add(step: Step): void {
    this.#current().steps.push({...step, after: this.#requests});
  }

  #current(): RunningTake {
    const take = this.#takes.at(-1);
    if (take === undefined) throw new Error('A recording has at least one take.');
    return take;
  }
}
