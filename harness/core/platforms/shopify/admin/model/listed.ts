import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import {matcherOf} from '../../graphql/search-syntax.ts';
import type {SearchFields} from '../../graphql/search-syntax.ts';
import {numberOf} from '../../../../world/gid.ts';
import type {Identified} from './admin-graph.ts';

/** The arguments of a list. */
export interface ListOf extends PageOf {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

type Compare<Item> = (a: Item, b: Item) => number;

/** The fields by which a kind of item is found, and the keys by which it is sorted. */
export interface ListRules<Item> {
  /** Returns the values of an item by their names in the search syntax. */
  fields(item: Item): SearchFields;
  /** The orders by sort key. A key that is not here keeps the order of the list. */
  readonly sorts: Readonly<Record<string, Compare<Item>>>;
}

/** Resolves a connection: searched and sorted, and only then resolved. */
export function listed<Item extends Identified>(
  items: readonly Item[],
  {query, sortKey, ...page}: ListOf,
  rules: ListRules<Item>,
  resolve: (item: Item) => Identified,
): object {
  const found = sorted(searched(items, query, rules), sortKey, rules);
  return connection(
    found.map((item) => resolve(item)),
    page,
  );
}

/** Returns the items that a query in the search syntax finds. */
export function searched<Item>(
  items: readonly Item[],
  query: string | null | undefined,
  rules: Pick<ListRules<Item>, 'fields'>,
): readonly Item[] {
  if (query == null || query.trim() === '') return items;
  const matches = matcherOf(withAlternatives(withNumbers(query)));
  return items.filter((item) => matches(rules.fields(item)));
}

/** Resolves a `Count` of the items that a query finds. */
export function counted<Item>(
  items: readonly Item[],
  query: string | null | undefined,
  rules: Pick<ListRules<Item>, 'fields'>,
): object {
  return {count: searched(items, query, rules).length, precision: 'EXACT'};
}

/** Compares by the number in the id. */
export function byId(a: Identified, b: Identified): number {
  return Number(numberOf(a.id)) - Number(numberOf(b.id));
}

/** Makes an order by a string. */
export function byText<Item>(read: (item: Item) => string): Compare<Item> {
  return (a, b) => read(a).localeCompare(read(b), 'en');
}

/** Makes an order by a number. */
export function byNumber<Item>(read: (item: Item) => number): Compare<Item> {
  return (a, b) => read(a) - read(b);
}

/** Returns the value by which an id is searched: its number. */
export function idFields(id: string): readonly string[] {
  return [numberOf(id)];
}

function sorted<Item>(
  items: readonly Item[],
  key: string | null | undefined,
  {sorts}: ListRules<Item>,
): readonly Item[] {
  const compare = sorts[key ?? ''];
  return compare === undefined ? items : items.toSorted(compare);
}

/** Writes global ids as their numbers: `id:gid://shopify/Product/1` is `id:1`. */
function withNumbers(query: string): string {
  return query.replaceAll(/gid:\/\/shopify\/\w+\/(\d+)/g, '$1');
}

/** Writes `status:active,draft` as alternatives. */
function withAlternatives(query: string): string {
  return query.replace(/\b(\w+):(\w+(?:,\w+)+)(?=[\s)]|$)/g, (_, field: string, values: string) => {
    const terms = values.split(',').map((value) => `${field}:${value}`);
    return `(${terms.join(' OR ')})`;
  });
}
