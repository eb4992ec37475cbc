import type {Frame, Page} from '@playwright/test';
import {readPageScript} from '../../node/mini/dev-server.ts';
import {PHONES, SCREEN} from '../../node/mini/phone.ts';
import {describePending} from '../../core/simulation/activity.ts';
import type {ActivityReport} from '../../core/simulation/activity.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {MINI_HANDLE, miniScript} from '../../wire/mini.ts';
import type {ActionReply, MiniHandle, MiniMessage, MinisEvents, MinisParams} from '../../wire/mini.ts';

const BINDING = 'simhostMini';

/** The page of a Mini, with the globals of the Shop app installed before its code. */
export class MiniPage {
  readonly #page: Page;
  readonly #simulation: SimulationCore;
  readonly #isPhone: boolean;
  #origin: string | undefined;
  #moved: Promise<unknown> = Promise.resolve();

  constructor(page: Page, simulation: SimulationCore, {isPhone}: {isPhone: boolean}) {
    this.#page = page;
    this.#simulation = simulation;
    this.#isPhone = isPhone;
  }

  async prepare({
    params,
    origin,
    mocks,
  }: {
    params: MinisParams;
    origin: string;
    mocks: string;
  }): Promise<void> {
    this.#origin = origin;
    const {clock, minis} = this.#simulation;
    if (!this.#isPhone) await this.#becomePhone(params.platform === 'android' ? 'android' : 'ios');

    await this.#page.exposeBinding(BINDING, ({frame}, message: MiniMessage) => this.#answer(frame, message));
    const host = await readPageScript('shop-app.js');
    const start = {params, actions: minis.app.actions, clock: clock.stateOf('browser')};
    const script = miniScript({start, ask: `(message) => globalThis.${BINDING}(message)`, mocks, host});

    await this.#page.addInitScript({content: inTopFrameOf(origin, script)});
    clock.onMove(() => this.#move());
  }

  /** Resolves when the page has followed the last move of the clock. */
  async moved(): Promise<void> {
    await this.#moved;
  }

  async emit<Name extends keyof MinisEvents>(name: Name, payload: MinisEvents[Name]): Promise<void> {
    await this.#page.evaluate(
      ([key, event, what]) => {
        const handle = (globalThis as unknown as Record<symbol, MiniHandle | undefined>)[Symbol.for(key)];
        handle?.emit(event, what);
      },
      [MINI_HANDLE, name, payload] as const,
    );
  }

  /** Reports the Mini's timers that are due soon, and the actions that the Shop app has not answered. */
  async activity(): Promise<ActivityReport> {
    const read = (key: string): ReturnType<MiniHandle['activity']> | undefined =>
      (globalThis as unknown as Record<symbol, MiniHandle | undefined>)[Symbol.for(key)]?.activity();
    const activity = await this.#page.evaluate(read, MINI_HANDLE).catch(() => undefined);
    if (activity === undefined) return {begun: 0, pending: []};

    return {
      begun: activity.begun,
      pending: activity.pending.map((work) => describePending(work, 'The Mini', null)),
    };
  }

  #move(): void {
    const state = this.#simulation.clock.stateOf('browser');
    const script = `globalThis[Symbol.for(${JSON.stringify(MINI_HANDLE)})]?.move(${JSON.stringify(state)})`;
    // For the current document, and for later ones.
    const both = [this.#page.evaluate(script), this.#page.addInitScript({content: script})];
    this.#moved = Promise.all([this.#moved, ...both]).catch(() => undefined);
  }

  async #answer(frame: Frame, message: MiniMessage): Promise<ActionReply> {
    if (
      frame !== this.#page.mainFrame() ||
      !URL.canParse(frame.url()) ||
      new URL(frame.url()).origin !== this.#origin
    ) {
      return {
        ok: false,
        rejects: true,
        error: {message: 'Only the Mini itself may ask the Shop app.', code: 'ERR_FOREIGN_FRAME'},
      };
    }

    return this.#simulation.minis.app.receive(message);
  }

  async #becomePhone(platform: keyof typeof PHONES): Promise<void> {
    await this.#page.setViewportSize(SCREEN);
    const session = await this.#page.context().newCDPSession(this.#page);
    await session.send('Emulation.setUserAgentOverride', {...PHONES[platform]});
    await session.send('Emulation.setTouchEmulationEnabled', {enabled: true});
  }
}

function inTopFrameOf(origin: string, script: string): string {
  return `if (self === top && location.origin === ${JSON.stringify(origin)}) (() => {\n${script}\n})();`;
}
