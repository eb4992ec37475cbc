import {expect} from '@playwright/test';
import type {MiniCall} from '../../core/platforms/shop-minis/shop-app.ts';
import type {AdminCall, AdminPages} from '../../core/simulation/admin-pages.ts';
import type {ApiCall} from '../../core/simulation/extension-events.ts';
import type {SimulationEvents} from '../../core/simulation/simulation-events.ts';
import {SimhostError} from '../../errors.ts';
import {redact} from '../../redact.ts';
import {Recorder} from './recorder.ts';
import type {Watch} from './recorder.ts';

/** Calls to look for: a member such as `'toast.show'`, or a member with its first arguments. */
export type CallMatch = string | ExpectedCall;

/** A call to look for. */
export interface ExpectedCall {
  /** The path of the member, for example `toast.show`. */
  member: string;
  /** The first arguments. A call may have more. Default: any arguments. */
  args?: readonly unknown[];
}

/** A call as the matchers see it. */
interface Call {
  readonly member: string;
  readonly args: readonly unknown[];
}

/** The calls of an API: members with an effect that a user sees, or that another system gets. */
export abstract class Calls<Entry> extends Recorder<Entry, CallMatch> {
  readonly #calls: Entry[] = [];

  /** All calls, oldest first. */
  override get all(): readonly Entry[] {
    return this.#calls;
  }

  /**
   * Describes all calls, one line each.
   *
   * @internal
   */
  describe(): string {
    if (this.#calls.length === 0) return 'No call was recorded.';

    const lines = this.#calls.map((entry) => `  ${describeCall(this.read(entry))}`);
    return redact(`Calls so far:\n${lines.join('\n')}`);
  }

  protected add(entry: Entry): void {
    this.#calls.push(entry);
    this.changed();
  }

  protected abstract read(entry: Entry): Call;

  protected override fits(entry: Entry, match: CallMatch): boolean {
    const wanted = typeof match === 'string' ? {member: match} : match;
    const call = this.read(entry);
    if (call.member !== wanted.member) return false;

    return wanted.args === undefined || beginsWith(call.args, wanted.args);
  }

  protected override written(match: CallMatch): string {
    return `calls.waitFor(${describeMatch(match)})`;
  }

  protected override notFound(match: CallMatch, timeout: number): SimhostError {
    return new SimhostError('ERR_NO_SUCH_CALL', `No call of ${describeMatch(match)} within ${timeout} ms.`, {
      next: this.describe(),
    });
  }
}

/**
 * The calls of the API by extensions: toasts, navigation, analytics, intents, queries, consent, close.
 *
 * @example
 * ```ts
 * import {test, expect} from 'simhost/playwright';
 *
 * test('saving shows a toast', async ({host}) => {
 *   const extension = await host.mount('extensions/loyalty');
 *   await extension.getByRole('button', {name: 'Save'}).click();
 *   const {args} = await host.calls.waitFor('toast.show');
 *   expect(args).toEqual(['Saved']);
 * });
 * ```
 */
export class ApiCalls extends Calls<ApiCall> {
  /** @internal */
  constructor({calls}: Pick<SimulationEvents, 'calls'>, watch: Watch) {
    super(watch);
    calls.subscribe((call) => this.add(call));
  }

  protected override read({member, args}: ApiCall): Call {
    return {member, args};
  }
}

/**
 * The actions of `window.minisSDK` that a Mini called. `args` of a match is a list with the action's one parameter.
 *
 * @example
 * ```ts
 * import {test} from 'simhost/playwright';
 *
 * test('the Mini asks for a user token', async ({mini}) => {
 *   await mini.open('minis/points');
 *   await mini.calls.waitFor('generateUserToken');
 * });
 * ```
 */
export class MiniCalls extends Calls<MiniCall> {
  /** @internal */
  constructor(app: {onCall(listener: (call: MiniCall) => void): void}, watch: Watch) {
    super(watch);
    app.onCall((call) => this.add(call));
  }

  protected override read({action, params}: MiniCall): Call {
    return {member: action, args: params === undefined ? [] : [params]};
  }
}

/**
 * The calls of App Bridge that a person sees the effect of: `toast.show`, `loading`, `resourcePicker`, `picker`,
 * `scopes.request`, `scopes.revoke`, `intents.invoke`, `reviews.request`.
 *
 * @example
 * ```ts
 * import {test} from 'simhost/playwright';
 *
 * test('the app greets', async ({admin}) => {
 *   await admin.open();
 *   await admin.calls.waitFor({member: 'toast.show', args: ['Hello']});
 * });
 * ```
 */
export class BridgeCalls extends Calls<AdminCall> {
  /** @internal */
  constructor({calls}: Pick<AdminPages, 'calls'>, watch: Watch) {
    super(watch);
    calls.subscribe((call) => this.add(call));
  }

  protected override read({member, args}: AdminCall): Call {
    return {member, args};
  }
}

function describeMatch(match: CallMatch): string {
  if (typeof match === 'string') return match;
  return match.args === undefined ? match.member : describeCall({...match, args: match.args});
}

function describeCall({member, args}: Call): string {
  return `${member}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
}

/** Compares the first arguments; a call may have more. */
function beginsWith(args: readonly unknown[], expected: readonly unknown[]): boolean {
  try {
    expect(args.slice(0, expected.length)).toEqual(expected);
    return true;
  } catch {
    return false;
  }
}
