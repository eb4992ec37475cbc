import {numberOf} from '../../../world/gid.ts';
import type {PageOf} from '../graphql/connection.ts';
import {matcherOf} from '../graphql/search-syntax.ts';

/** The arguments of a list that can be searched and sorted. */
export interface ListOf extends PageOf {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

/** A part of the online store that lists have. */
interface Listed {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly text?: string;
  readonly source?: {readonly text?: string; readonly tags?: readonly string[]};
}

/** Finds pages, blogs, articles or collections by the documented search syntax. */
export function contentSearch<Item extends Listed>(
  items: readonly Item[],
  query: string | null | undefined,
): readonly Item[] {
  if (query == null || query.trim() === '') return items;
  const matches = matcherOf(query);

  return items.filter(({id, handle, title, text, source}) => {
    const tags = source?.tags ?? [];
    const content = text ?? source?.text ?? '';
    return matches({
      '': [title, content, ...tags],
      id: [numberOf(id), id],
      title: [title],
      handle: [handle],
      tag: tags,
    });
  });
}

/** Sorts by `TITLE`. Other keys keep the order of the world, which is the order of creation. */
export function sortContent<Item extends Listed>(
  items: readonly Item[],
  sortKey: string | null | undefined,
): readonly Item[] {
  return sortKey === 'TITLE' ? items.toSorted((a, b) => a.title.localeCompare(b.title, 'en')) : items;
}
