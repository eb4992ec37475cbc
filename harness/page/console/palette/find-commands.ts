import {nearest} from '../../../known-values.ts';
import {hasWords} from '../parts/words.ts';
import type {Command} from './command.ts';

/** The entries that Do anything shows at most. */
export const MOST_SHOWN = 50;

export interface Found<Entry> {
  readonly list: readonly Entry[];
  /** Whether nothing has the words, and the list only has the entry with the nearest name. */
  readonly isNearest: boolean;
}

/**
 * Finds the entries that have all words of a query. Recent ones are first, in the order of `recent`, then those whose
 * name begins with the query, then those with a word that begins with it.
 */
export function findCommands<Entry extends Pick<Command, 'id' | 'label' | 'note'>>(
  commands: readonly Entry[],
  query: string,
  recent: readonly string[],
): Found<Entry> {
  const words = query.trim().toLowerCase();
  const matching = commands.filter(({label, note}) => hasWords(`${label} ${note}`, words));

  if (matching.length > 0) {
    const ranks = new Map(matching.map((entry) => [entry, rankOf(entry, words, recent)]));
    const sorted = matching.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
    return {list: sorted.slice(0, MOST_SHOWN), isNearest: false};
  }

  const name = nearest(
    words,
    commands.map(({label}) => label),
  );
  return {list: commands.filter(({label}) => label === name).slice(0, 1), isNearest: true};
}

/** A smaller rank comes first. Entries of one rank keep their order. */
function rankOf(
  {id, label}: Pick<Command, 'id' | 'label'>,
  words: string,
  recent: readonly string[],
): number {
  const place = recent.indexOf(id);
  if (place !== -1) return place - recent.length;

  const lower = label.toLowerCase();
  if (lower.startsWith(words)) return 0;
  return lower.includes(` ${words}`) || lower.includes(`-${words}`) ? 1 : 2;
}
