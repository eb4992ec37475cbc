import {isRecord} from '../../records.ts';
import type {Notice} from '../../notices.ts';
import type {Mount} from '../../wire/control.ts';
import type {ArmedCases} from '../cases/armed-cases.ts';
import {shown} from '../../shown-value.ts';
import {ChangeNotices} from './change-notices.ts';
import type {LiveWorld} from './live-world.ts';
import type {Mounts} from './mounts.ts';

/** The parts of a simulation that changes by extensions need. */
export interface ExtensionChangesDeps {
  readonly live: Pick<LiveWorld, 'apply' | 'checkout' | 'currentLineId'>;
  readonly mounts: Pick<Mounts, 'change'>;
  readonly cases: Pick<ArmedCases, 'take'>;
  readonly addNotice: (notice: Notice) => void;
  /** Returns milliseconds of a monotonic clock. Only differences count. */
  readonly now: () => number;
}

/** Carries out the changes that extensions request, refuses those of a limited extension, and reports excess. */
export class ExtensionChanges {
  readonly #deps: ExtensionChangesDeps;
  readonly #notices: ChangeNotices;

  constructor(deps: ExtensionChangesDeps) {
    this.#deps = deps;
    this.#notices = new ChangeNotices(deps);
  }

  /** Carries out a change by a member of the API. Returns the result that the extension gets. */
  apply(mount: Mount, member: string, change: unknown): object {
    const {live, mounts, cases} = this.#deps;
    if (mount.changesLimited || cases.take('changes') !== null) {
      // It may not block the buyer meanwhile.
      mounts.change(mount.id, {changesLimited: true});
      return tooManyChanges(member);
    }

    if (member === 'applyCartLinesChange') this.#reportOldId(mount, change);
    const before = live.checkout;
    const result = live.apply(member, change, mount);
    const isSame = JSON.stringify(live.checkout) === JSON.stringify(before);
    const who = `Extension "${mount.handle}"`;
    this.#notices.report({key: mount.id, who, call: `${member}(${shown(change)})`, isSame});
    return result;
  }

  /** Reports an id of a cart line that the last changes replaced. The change fails, because no line has it. */
  #reportOldId({handle}: Mount, change: unknown): void {
    const given = isRecord(change) ? change['id'] : undefined;
    if (typeof given !== 'string') return;
    this.#notices.reportLineId(`Extension "${handle}"`, given, this.#deps.live.currentLineId(given));
  }
}

/** Returns the answer to a change of a limited extension. The platform's own text is not public. */
function tooManyChanges(member: string): object {
  const message = 'Too many changes: the extension is rate limited.';
  return member === 'applyShippingAddressChange'
    ? {type: 'error', errors: [{message}]}
    : {type: 'error', message};
}
