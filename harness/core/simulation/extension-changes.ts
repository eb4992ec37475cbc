import {isRecord} from '../../records.ts';
import type {Notice} from '../../notices.ts';
import type {Mount} from '../../wire/control.ts';
import type {ArmedCases} from '../cases/armed-cases.ts';
import {shown} from '../world/shown-value.ts';
import type {LiveWorld} from './live-world.ts';
import type {Mounts} from './mounts.ts';

/** The number of changes within a second that is reported. Shopify publishes no limit. */
const MANY = 24;

/** The span in which changes count together, in milliseconds. */
const SECOND = 1000;

const APPLYING = 'https://shopify.dev/docs/apps/build/checkout/extension-performance/applying-changes';
const ADVICE = `After excess changes an extension may not block the buyer: ${APPLYING}`;

/** The parts of a simulation that changes by extensions need. */
export interface ExtensionChangesDeps {
  readonly live: Pick<LiveWorld, 'apply' | 'checkout' | 'currentLineId'>;
  readonly mounts: Pick<Mounts, 'limitChanges'>;
  readonly cases: Pick<ArmedCases, 'take'>;
  readonly addNotice: (notice: Notice) => void;
  /** Returns milliseconds of a monotonic clock. Only differences count. */
  readonly now: () => number;
}

/** Carries out the changes that extensions request, refuses those of a limited extension, and reports excess. */
export class ExtensionChanges {
  readonly #deps: ExtensionChangesDeps;
  readonly #byMount = new Map<string, {last: string; readonly times: number[]}>();

  constructor(deps: ExtensionChangesDeps) {
    this.#deps = deps;
  }

  /** Carries out a change by a member of the API. Returns the result that the extension gets. */
  apply(mount: Mount, member: string, change: unknown): object {
    const {live, mounts, cases} = this.#deps;
    if (mount.changesLimited || cases.take('changes') !== null) {
      mounts.limitChanges(mount.id);
      return tooManyChanges(member);
    }

    if (member === 'applyCartLinesChange') this.#reportOldId(mount, change);
    const before = live.checkout;
    const result = live.apply(member, change, mount);
    const isSame = JSON.stringify(live.checkout) === JSON.stringify(before);
    this.#report(mount, `${member}(${shown(change)})`, isSame);
    return result;
  }

  /** Reports an id of a cart line that the last changes replaced. The change fails, because no line has it. */
  #reportOldId({handle}: Mount, change: unknown): void {
    const given = isRecord(change) ? change['id'] : undefined;
    const current = typeof given === 'string' ? this.#deps.live.currentLineId(given) : undefined;
    if (current === undefined) return;

    const ids = `${shown(given)} is ${shown(current)} now`;
    this.#deps.addNotice({
      code: 'cart-line-id-old',
      message: `Extension "${handle}" used a cart line id from before the last change: ${ids}.`,
      next: 'Read the id from the cart lines right before each change.',
    });
  }

  #report({id, handle}: Mount, call: string, changedNothing: boolean): void {
    const {addNotice, now} = this.#deps;
    const known = this.#byMount.get(id) ?? {last: '', times: []};
    const repeats = known.last === call && changedNothing;

    const since = now() - SECOND;
    const times = [...known.times, now()].filter((time) => time > since);
    this.#byMount.set(id, {last: call, times});

    if (repeats)
      addNotice({
        code: 'change-repeated',
        message: `Extension "${handle}" asked twice in a row for a change that changed nothing: ${call}.`,
        next: `Compare with the current value first. ${ADVICE}`,
      });

    if (times.length === MANY)
      addNotice({
        code: 'changes-in-excess',
        message: `Extension "${handle}" asked for ${MANY} changes within a second.`,
        next: `Wait until the buyer has finished, and join changes. ${ADVICE}`,
      });
  }
}

/** Returns the answer to a change of a limited extension. The platform's own text is not public. */
function tooManyChanges(member: string): object {
  const message = 'Too many changes: the extension is rate limited.';
  return member === 'applyShippingAddressChange'
    ? {type: 'error', errors: [{message}]}
    : {type: 'error', message};
}
