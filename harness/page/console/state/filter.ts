import type {JournalEntry, RequestEntry} from '../../../wire/journal.ts';
import type {Segment} from './place.ts';

/** A condition on a request. */
type Condition = (entry: RequestEntry) => boolean;

/** The names before a colon, and their conditions. */
const FIELDS: Readonly<Record<string, (value: string) => Condition>> = {
  is: (value) => (entry) => entry.mood === MOODS[value],
  status: (value) => (entry) => matchesStatus(entry, value),
  case: (value) => (entry) => entry.case !== null && matchesPattern(entry.case, value),
  to: (value) => (entry) => entry.to === value,
  who: (value) => (entry) => (entry.who ?? 'guest').toLowerCase() === value,
  token: (value) => (entry) => entry.token === Number(value.replace(/^#/, '')),
  method: (value) => (entry) => entry.method.toLowerCase() === value,
};

const MOODS: Readonly<Record<string, RequestEntry['mood']>> = {
  problem: 'problem',
  right: 'right',
  plain: 'plain',
  pending: 'pending',
};

/** The words that the filter understands, for the hint under the field. */
export const FILTER_WORDS =
  'is:problem, is:right, status:4xx, case:exp-*, to:backend, who:ada, token:#7; minus negates';

/**
 * Chooses the entries of the Requests panel. All words of the filter must match: a plain word matches URL, sentence, case
 * and claims, `status:4xx` the status, and a minus before a word negates it. An unknown name before a colon is a plain
 * word. Changes of the situation stay only in the unfiltered list.
 *
 * Remembers the matches of each word, so that typing compares entries only with the word that changes.
 */
export class RequestFilter {
  #entries: readonly JournalEntry[] = [];
  #segment: Segment = 'all';
  #unfiltered: readonly JournalEntry[] = [];
  /** The requests that match the first words, by their number. */
  #steps: readonly Step[] = [];

  choose(entries: readonly JournalEntry[], query: string, segment: Segment): readonly JournalEntry[] {
    if (entries !== this.#entries || segment !== this.#segment) this.#begin(entries, segment);

    const words = wordsOf(query);
    if (words.length === 0 && segment === 'all') return this.#unfiltered;

    const steps = [...this.#steps.slice(0, 1)];
    for (const [index, word] of words.entries()) {
      const known = this.#steps[index + 1];
      const rows = steps.at(-1)?.rows ?? [];
      steps.push(known?.word === word && this.#steps[index]?.rows === rows ? known : stepOf(word, rows));
    }

    this.#steps = steps;
    return steps.at(-1)?.rows ?? [];
  }

  #begin(entries: readonly JournalEntry[], segment: Segment): void {
    this.#entries = entries;
    this.#segment = segment;
    this.#unfiltered = entries.filter(({kind}) => kind === 'request' || kind === 'change');
    const isShown = (entry: JournalEntry): entry is RequestEntry =>
      entry.kind === 'request' && isIn(entry, segment);
    this.#steps = [{word: '', rows: entries.filter(isShown)}];
  }
}

/** A word of the filter, with the requests that match it and all words before it. */
interface Step {
  readonly word: string;
  readonly rows: readonly RequestEntry[];
}

/** If all match, the rows stay the same array, and nothing is drawn again. */
function stepOf(word: string, rows: readonly RequestEntry[]): Step {
  const matching = rows.filter(conditionOf(word));
  return {word, rows: matching.length === rows.length ? rows : matching};
}

function wordsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '-');
}

function isIn({mood, to}: RequestEntry, segment: Segment): boolean {
  if (segment === 'problems') return mood === 'problem';
  return segment === 'all' || to === segment;
}

function conditionOf(word: string): Condition {
  if (word.startsWith('-')) {
    const positive = conditionOf(word.slice(1));
    return (entry) => !positive(entry);
  }

  const colon = word.indexOf(':');
  const field = colon > 0 ? word.slice(0, colon) : '';
  const make = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  return make === undefined ? (entry) => searchable(entry).includes(word) : make(word.slice(colon + 1));
}

function matchesStatus({status, mark}: RequestEntry, value: string): boolean {
  if (/^\dxx$/.test(value)) return status !== null && String(status).startsWith(value.slice(0, 1));
  return mark.toLowerCase() === value || String(status) === value;
}

/** Matches a whole word; a star at the end matches the rest. */
function matchesPattern(text: string, pattern: string): boolean {
  const low = text.toLowerCase();
  return pattern.endsWith('*') ? low.startsWith(pattern.slice(0, -1)) : low === pattern;
}

/** Words of an entry in lower case. An entry never changes, so this is computed once. */
const words = new WeakMap<RequestEntry, string>();

function searchable(entry: RequestEntry): string {
  const known = words.get(entry);
  if (known !== undefined) return known;

  const {method, url, title, sentence, case: id, claims, mark} = entry;
  const text = [method, url, title, sentence, id, claims, mark]
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();
  words.set(entry, text);
  return text;
}
