import type {Notice} from '../../notices.ts';
import {shown} from '../../shown-value.ts';

/** The number of changes within a second that is reported. Shopify publishes no limit. */
const MANY = 24;

/** The span in which changes count together, in milliseconds. */
const SECOND = 1000;

const APPLYING = 'https://shopify.dev/docs/apps/build/checkout/extension-performance/applying-changes';
const ADVICE = `After excess changes an extension may not block the buyer: ${APPLYING}`;

/** The parts of a simulation that notices about changes need. */
export interface ChangeNoticesDeps {
  readonly addNotice: (notice: Notice) => void;
  /** Returns milliseconds of a monotonic clock. Only differences count. */
  readonly now: () => number;
}

/** A change of a checkout that somebody has asked for. */
export interface ReportedChange {
  /** Changes with the same key count together. */
  readonly key: string;
  /** The beginning of the sentence, for example `Extension "gift"`. */
  readonly who: string;
  /** The call, with its arguments. */
  readonly call: string;
  /** Whether the change has changed nothing. */
  readonly isSame: boolean;
}

/** Reports changes of checkouts that are in excess, or that use ids of lines which were replaced. */
export class ChangeNotices {
  readonly #deps: ChangeNoticesDeps;
  readonly #byKey = new Map<string, {last: string; readonly times: number[]}>();

  constructor({addNotice, now}: ChangeNoticesDeps) {
    this.#deps = {addNotice, now};
  }

  /** Counts a change, and reports it if it repeats the last one or is one of many. */
  report({key, who, call, isSame}: ReportedChange): void {
    const {addNotice, now} = this.#deps;
    const known = this.#byKey.get(key) ?? {last: '', times: []};
    const repeats = known.last === call && isSame;

    const since = now() - SECOND;
    const times = [...known.times, now()].filter((time) => time > since);
    this.#byKey.set(key, {last: call, times});

    if (repeats)
      addNotice({
        code: 'change-repeated',
        message: `${who} asked twice in a row for a change that changed nothing: ${call}.`,
        next: `Compare with the current value first. ${ADVICE}`,
      });

    if (times.length === MANY)
      addNotice({
        code: 'changes-in-excess',
        message: `${who} asked for ${MANY} changes within a second.`,
        next: `Wait until the buyer has finished, and join changes. ${ADVICE}`,
      });
  }

  /** Reports the id of a line that the last changes have replaced by another. */
  reportLineId(who: string, given: string, current: string | undefined): void {
    if (current === undefined) return;

    const ids = `${shown(given)} is ${shown(current)} now`;
    this.#deps.addNotice({
      code: 'cart-line-id-old',
      message: `${who} used a cart line id from before the last change: ${ids}.`,
      next: 'Read the id from the cart lines right before each change.',
    });
  }
}
