import {isDeepStrictEqual} from 'node:util';
import type {ClockState} from '../../clock.ts';
import type {SimulationChange} from '../../core/simulation/simulation-change.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {type WrittenField, changeBetween} from '../written-fields.ts';
import type {ShownForCopy} from './shown-for-copy.ts';
import {testSetupOf} from './test-setup.ts';
import type {TestSetup, WrittenWorld} from './test-setup.ts';
import {stepsToSetup} from './step.ts';
import type {Step} from './step.ts';

/** The situation in which the extensions start. */
export interface TakeStart extends TestSetup {
  /** The change by which a test gives the world the values of the command line and of consoles. */
  readonly change: SimulationChange;
  /** The extensions with their targets and settings. */
  readonly extensions: readonly ShownForCopy[];
}

/** The steps since an extension started. */
export interface Take {
  /** The situation in which the extension started. */
  readonly start: TakeStart;
  readonly steps: readonly RecordedStep[];
}

/** A step, and the number of requests that the log had before it. */
export type RecordedStep = Step & {readonly after: number};

interface RunningTake {
  readonly start: TakeStart;
  readonly steps: RecordedStep[];
  /** The number of requests before the take. */
  readonly from: number;
}

/** The parts of `simhost dev` that a recording watches. */
export interface RecordingOptions {
  readonly simulation: SimulationCore;
  readonly world: WrittenWorld;
  readonly shown: () => readonly ShownForCopy[];
  /** Returns real time, in milliseconds. Default: `Date.now`. */
  readonly realNow?: () => number;
}

/** Waits in milliseconds that matter for the life of a token: before a move of the clock, and before a deed. */
const WAITS = {beforeMove: 5000, beforeDeed: 60_000} as const;

/** The takes that are kept. A copy is made of a request that the author still sees. */
const KEPT = 50;

/** Records what an author does in `simhost dev`, so that it can be copied as a test. */
export class Recording {
  readonly #options: RecordingOptions;
  readonly #realNow: () => number;
  readonly #takes: RunningTake[] = [];
  #seen: TestSetup;
  #written: ReadonlyMap<string, WrittenField>;
  #requests = 0;
  /** The real time at which the take began, or its clock moved. */
  #since: number;

  constructor(options: RecordingOptions) {
    const {simulation, world, realNow = Date.now} = options;
    this.#options = options;
    this.#realNow = realNow;
    this.#since = realNow();
    this.#seen = testSetupOf(simulation);
    this.#written = world.written();
    this.#begin();

    simulation.clock.onMove(() => this.#observe());
    simulation.requests.onChange(({id}) => {
      if (id < this.#requests) return;
      // A change of the situation often shows by the request that it leads to.
      this.#observe();
      this.#requests = id + 1;
    });
    simulation.events.deeds.subscribe((deed) => {
      this.#observe(WAITS.beforeDeed);
      this.#add({kind: 'deed', deed});
    });
  }

  /** Begins a new take: the extensions start again, and what they showed before is gone. */
  restarted(): void {
    this.#seen = testSetupOf(this.#options.simulation);
    this.#written = this.#options.world.written();
    this.#begin();
    if (this.#takes.length > KEPT) this.#takes.shift();
  }

  /** Returns what led to a request; the whole of the newest take without one. */
  takeUntil(request: number | null): Take {
    this.#observe();
    const take = this.#takes.findLast(({from}) => request === null || from <= request) ?? this.#current();
    return {start: take.start, steps: take.steps.filter(({after}) => request === null || after <= request)};
  }

  #begin(): void {
    const {world, shown} = this.#options;
    this.#since = this.#realNow();
    const start = {...this.#seen, change: world.change(), extensions: shown()};
    this.#takes.push({start, steps: [], from: this.#requests});
  }

  /** Adds what has changed since the last look. A wait of `longWait` is a change too. */
  #observe(longWait = Infinity): void {
    const {simulation, world} = this.#options;
    const now = testSetupOf(simulation);
    const written = world.written();
    const change = changeBetween(this.#written, written);

    // Fields of the person change the person, who does not sign in again.
    const isWritten = change.customer !== undefined;
    const clock = this.#clockBefore(now.clock, longWait);
    const before = {...this.#seen, clock, ...(isWritten ? {customer: now.customer} : {})};
    for (const step of stepsToSetup(before, now)) this.#add(step);
    if (!isDeepStrictEqual(change, {})) this.#add({kind: 'update', change});

    this.#seen = now;
    this.#written = written;
  }

  /** Returns the clock as it was when it last moved. A test moves it by what the author waited, because tokens aged. */
  #clockBefore(now: ClockState, longWait: number): ClockState {
    const {clock} = this.#seen;
    const hasMoved = !isDeepStrictEqual(now, clock);
    const waited = this.#realNow() - this.#since;
    const hasWaited = clock.frozenAt === null && waited >= (hasMoved ? WAITS.beforeMove : longWait);

    if (hasMoved || hasWaited) this.#since += waited;
    return hasWaited ? {...clock, offset: clock.offset - waited} : clock;
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
