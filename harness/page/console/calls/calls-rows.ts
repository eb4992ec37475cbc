import type {CallEntry, ErrorEntry, JournalEntry, LogEntry} from '../../../wire/journal.ts';
import {hasWords} from '../parts/words.ts';

/** The parts of the list. */
export const CALL_SEGMENTS = ['all', 'calls', 'logs', 'errors'] as const;

export type CallSegment = (typeof CALL_SEGMENTS)[number];

/** An entry of this panel. */
export type CallsEntry = CallEntry | LogEntry | ErrorEntry;

/** A row: an entry, and how often it came in a row. */
export interface CallsRow {
  readonly entry: CallsEntry;
  readonly count: number;
}

const KINDS: Readonly<Record<CallSegment, readonly JournalEntry['kind'][]>> = {
  all: ['call', 'log', 'error'],
  calls: ['call'],
  logs: ['log'],
  errors: ['error'],
};

/** Chooses the entries of a segment that have every word, and counts equal neighbours as one. */
export function rowsOf(
  all: readonly JournalEntry[],
  segment: CallSegment,
  query: string,
): readonly CallsRow[] {
  const rows: CallsRow[] = [];

  for (const entry of all) {
    if (!isCallsEntry(entry) || !KINDS[segment].includes(entry.kind)) continue;

    const text = textOf(entry);
    if (!hasWords(text, query)) continue;

    const last = rows.at(-1);
    if (last !== undefined && textOf(last.entry) === text)
      rows[rows.length - 1] = {entry, count: last.count + 1};
    else rows.push({entry, count: 1});
  }

  return rows;
}

/** Writes an entry as one string. */
export function textOf(entry: CallsEntry): string {
  if (entry.kind === 'call') return `${entry.handle} ${entry.member}(${entry.args.slice(1, -1)})`;
  const source = entry.source === null ? '' : ` ${entry.source}`;
  return `${entry.handle} ${entry.kind === 'log' ? entry.level : 'error'} ${entry.text}${source}`;
}

function isCallsEntry(entry: JournalEntry): entry is CallsEntry {
  return entry.kind === 'call' || entry.kind === 'log' || entry.kind === 'error';
}
