import {type ReadonlySignal, type Signal, batch, computed, signal} from '@preact/signals';
import {type ConsoleState, type ConsoleWelcome, KEPT_ENTRIES, type ShownNoun} from '../../../wire/console.ts';
import type {JournalEntry} from '../../../wire/journal.ts';
import type {RequestDetail} from '../../../wire/request-detail.ts';
import type {Connection} from './channel.ts';
import type {FormerSituation} from './former-situation.ts';
import {RequestFilter} from './filter.ts';
import {type PanelName, type Segment, parsePlace} from './place.ts';

const first = parsePlace(location.hash);

/** The id of the simulation. */
export const simulationId: string = first.id;

/** Whether this console has its own window. */
export const isWindow: boolean = first.isWindow;

export const connection: Signal<Connection> = signal('connecting');
export const welcome: Signal<ConsoleWelcome | null> = signal(null);
export const situation: Signal<ConsoleState | null> = signal(null);

/** The name of the code on the page, in texts. */
export const noun: ReadonlySignal<ShownNoun> = computed(() => welcome.value?.noun ?? 'extension');

/** The kept entries of the journal, oldest first. */
export const entries: Signal<readonly JournalEntry[]> = signal([]);

/** The number of the last entry from before a restart of `simhost dev`. */
export const earlier: Signal<number> = signal(0);

/** The number of entries that were let go, because the list is full. */
export const lost: Signal<number> = signal(0);

/** Pixels of the page's frame that the author chose; null for the room that there is. */
export const pageWidth: Signal<number | null> = signal(null);

/** A number that grows when the page must load again. */
export const pageLoads: Signal<number> = signal(0);

/** The panel that is open. */
export const panel: Signal<PanelName> = signal(first.panel);

const isAtToken = first.panel === 'tokens';

/** The number of the selected request. */
export const selection: Signal<number | null> = signal(isAtToken ? null : first.selection);

/** The number of tokens that were given out. */
export const tokenCount: Signal<number> = signal(0);

/** The number of the selected token. */
export const tokenSelection: Signal<number | null> = signal(isAtToken ? first.selection : null);
export const query: Signal<string> = signal(first.query);
export const segment: Signal<Segment> = signal(first.segment);

/** Entries as they were when the list was held still; `null` while it follows. */
export const held: Signal<readonly JournalEntry[] | null> = signal(null);

/** The number up to which the list was cleared. */
export const clearedUpTo: Signal<number> = signal(0);

/** Details by number, the newest 20. */
export const details: Signal<ReadonlyMap<number, RequestDetail>> = signal(new Map());

/** The counts of a folded console. */
export const counts: Signal<{readonly problems: number; readonly errors: number}> = signal({
  problems: 0,
  errors: 0,
});

/** The situation from before a restart, as long as it is offered. */
export const former: Signal<FormerSituation | null> = signal(null);

/** The last refusal, for the message under the strip. */
export const refusal: Signal<string | null> = signal(null);

/** Whether the window has room for one column only, as in the style sheet. */
export const isNarrow: Signal<boolean> = signal(false);

const narrow = matchMedia('(max-width: 720px)');
isNarrow.value = narrow.matches;
narrow.addEventListener('change', ({matches}) => (isNarrow.value = matches));

/** Whether a narrow window shows the page or the console. */
export const narrowView: Signal<'page' | 'console'> = signal('console');

/** The entries since the list was cleared, and up to the moment at which it was held still. */
const candidates: ReadonlySignal<readonly JournalEntry[]> = computed(() => {
  const all = held.value ?? entries.value;
  const from = clearedUpTo.value;
  return from === 0 ? all : all.filter(({n}) => n > from);
});

const filter = new RequestFilter();

/** The entries of the Requests panel. */
export const shownEntries: ReadonlySignal<readonly JournalEntry[]> = computed(() =>
  filter.choose(candidates.value, query.value, segment.value),
);

export const problems: ReadonlySignal<number> = computed(
  () =>
    entries.value.filter(
      (entry) => entry.kind === 'request' && entry.mood === 'problem' && entry.n > clearedUpTo.value,
    ).length,
);

/** The numbers of the requests in the panel, for the keyboard. */
export const shownRequests: ReadonlySignal<readonly number[]> = computed(() =>
  shownEntries.value.filter(({kind}) => kind === 'request').map(({n}) => n),
);

export const isFolded: ReadonlySignal<boolean> = computed(
  () => !isWindow && situation.value?.layout.dock === 'folded',
);

/** Adds new entries, and replaces those with a known number. */
export function addEntries(list: readonly JournalEntry[]): void {
  const next = [...entries.value];
  for (const entry of list) {
    const place = (next.at(-1)?.n ?? 0) < entry.n ? -1 : next.findLastIndex(({n}) => n === entry.n);
    if (place === -1) next.push(entry);
    else next[place] = entry;
  }

  batch(() => {
    const excess = Math.max(0, next.length - KEPT_ENTRIES);
    lost.value += excess;
    entries.value = next.slice(excess);
  });
}

/** Keeps a detail, and lets the oldest one go. */
export function keepDetail(detail: RequestDetail): void {
  const next = new Map(details.value);
  next.delete(detail.entry.n);
  next.set(detail.entry.n, detail);

  const [oldest] = next.keys();
  if (next.size > MOST_DETAILS && oldest !== undefined) next.delete(oldest);
  details.value = next;
}

const MOST_DETAILS = 20;
