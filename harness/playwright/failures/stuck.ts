import {setTimeout as delay} from 'node:timers/promises';
import type {Page} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import type {RequestInFlight} from '../../core/simulation/request-log.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {Mount} from '../../wire/control.ts';
import {PATIENCE} from './deadline.ts';

/** Says what something waits for that does not end. */
export class Stuck {
  readonly #page: Page;
  readonly #simulation: SimulationCore;

  constructor(page: Page, simulation: SimulationCore) {
    this.#page = page;
    this.#simulation = simulation;
  }

  /**
   * Explains why an extension did not start, or did not return a value. `work` may end while this is found out. If it fails
   * then, its error is the explanation.
   */
  async start(
    {handle, target}: Pick<Mount, 'handle' | 'target'>,
    {did, waited, work}: {did: string; waited: number; work: Promise<unknown>},
  ): Promise<Error> {
    const what = `Extension "${handle}" ${did} within ${secondsOf(waited)}`;
    const {extensions} = this.#simulation;
    const [hanging, isPageBusy] = await Promise.all([
      extensions.hanging(PATIENCE),
      extensions.isPageBusy(PATIENCE),
    ]);

    if (hanging.some((mount) => mount.handle === handle && mount.target === target)) {
      return new SimhostError('ERR_EXTENSION_HANGS', `${what}: its worker does not answer. ${LOOP}`, {
        next: 'Look for a loop without an end that runs when its module loads, when its function is called, or when it renders.',
      });
    }

    const cause = this.#cause();
    if (cause !== null) return notStarted(`${what}: ${cause}`, SHOW_SOMETHING);
    if (isPageBusy) return pageBusy(what);
    const end = await soonEndOf(work);
    if (end instanceof Error) return end;
    if (end === 'ended') return notStarted(`${what}: ${LATE}`, DO_LESS);
    // A page answers before it draws what it has just got.
    if (await extensions.isPageBusy(0)) return pageBusy(what);
    return notStarted(`${what}: ${UNRESOLVED}`, SHOW_SOMETHING);
  }

  /** Explains why pages did not reach the newest state. */
  async state(what: string, waited: number): Promise<SimhostError> {
    const hanging = await this.#simulation.extensions.hanging(PATIENCE);
    const [first] = hanging.map(describeHang);
    const cause = first ?? `The host page at ${this.#page.url()} does not answer.`;

    return new SimhostError(
      first === undefined ? 'ERR_NOT_SETTLED' : 'ERR_EXTENSION_HANGS',
      `${what} did not end within ${secondsOf(waited)}. ${cause}`,
    );
  }

  /** Finds what a start waits for; null if only the extension itself can know. */
  #cause(): string | null {
    const {requests, holdingCases, pages} = this.#simulation;
    if (pages.size === 0)
      return `no page of the simulation is open; the test's page is at ${this.#page.url()}.`;
    if (holdingCases.length > 0)
      return `the armed case ${holdingCases.join(', ')} holds back the token that it waits for.`;

    return requests.inFlight.length > 0 ? describeWait(requests.inFlight) : null;
  }
}

/** Names the answers that a start waits for, and those that have begun and do not end. */
export function describeWait(inFlight: readonly RequestInFlight[]): string {
  const named = (hasBegun: boolean): string =>
    inFlight
      .filter((request) => request.hasBegun === hasBegun)
      .map(({method, url}) => `${method} ${url}`)
      .join(', ');

  const [waiting, begun] = [named(false), named(true)];
  if (begun === '') return `it waits for an answer to ${waiting}.`;
  if (waiting === '') return `it waits for the end of the answer to ${begun}.`;
  return `it waits for an answer to ${waiting}, and for the end of the answer to ${begun}.`;
}

/** The sentence about an extension whose worker does not answer. */
export function describeHang({handle, target}: Pick<Mount, 'handle' | 'target'>): string {
  return `The worker of extension "${handle}" at ${target} does not answer. ${LOOP}`;
}

const LOOP = 'It is in an endless loop, or in a long computation.';

const LATE = 'it ended just after. The extension, its page or the machine was busy.';

const MORE_TIME = 'give the start more time: host.mount(folder, {timeout}) and test.setTimeout().';
const SHOW_SOMETHING = `Show something before you wait, or ${MORE_TIME}`;
const DO_LESS = `Do less at the start, or ${MORE_TIME}`;

function notStarted(message: string, next: string): SimhostError {
  return new SimhostError('ERR_NOT_STARTED', message, {next});
}

function pageBusy(what: string): SimhostError {
  return new SimhostError('ERR_EXTENSION_HANGS', `${what}: ${PAGE_BUSY}`, {next: PAGE_BUSY_NEXT});
}

/** Milliseconds in which a start that was only late ends. */
const GRACE = 400;

/** Waits for the end of work within the grace: it succeeds, fails with an error, or goes on. */
async function soonEndOf(work: Promise<unknown>): Promise<'ended' | 'goes on' | Error> {
  const ended = work.then(
    () => 'ended' as const,
    (error: unknown) => (error instanceof Error ? error : new Error(String(error))),
  );
  return Promise.race([ended, delay(GRACE, 'goes on' as const)]);
}

const UNRESOLVED =
  'its function has not returned, or has not rendered. Its worker answers, so the function awaits a promise that does not resolve.';

/** The sentence about a page that does not answer. */
export const PAGE_BUSY =
  'the host page does not answer. It is busy: extensions sent many calls, or changed many elements.';

/** The next step for a page that does not answer. */
export const PAGE_BUSY_NEXT =
  'Look for a loop that calls the API or changes elements many times, and render less at once.';

function secondsOf(milliseconds: number): string {
  return `${Math.round(milliseconds / 100) / 10} s`;
}
