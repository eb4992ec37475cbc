/** The values of an object by the names that a search query has for them; the empty name is for words alone. */
export type SearchFields = Readonly<Record<string, readonly string[]>>;

type Matcher = (fields: SearchFields) => boolean;

/**
 * Reads a query in Shopify's search syntax: `title:bag AND (vendor:"Acme" OR variants.price:>=10) NOT tag:sale`. A field
 * that simhost does not know filters nothing out, as the platform ignores it.
 *
 * @see https://shopify.dev/docs/api/usage/search-syntax
 */
export function matcherOf(query: string): Matcher {
  return new SearchParser(query).parse();
}

/** Parentheses, quoted strings, and all else up to a space. A quoted string may follow a field. */
const TOKEN = /[()]|-?[\w.]+:[<>]?=?(?:"[^"]*"|'[^']*')|"[^"]*"|'[^']*'|[^\s()]+/g;

/** The most levels of nested groups. No limit is documented; a deeper group has no effect. */
const DEEPEST = 500;

function withoutDeepGroups(tokens: readonly string[]): readonly string[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (token === '(') return ++depth <= DEEPEST;
    if (token !== ')') return true;

    const isKept = depth <= DEEPEST;
    depth = Math.max(0, depth - 1);
    return isKept;
  });
}

/** A parser by recursive descent: OR binds less than AND, which is implied between two terms. */
class SearchParser {
  readonly #tokens: readonly string[];
  #position = 0;

  constructor(query: string) {
    this.#tokens = withoutDeepGroups(query.match(TOKEN) ?? []);
  }

  parse(): Matcher {
    const alternatives: Matcher[] = [this.#conjunction()];
    while (this.#accept('OR')) alternatives.push(this.#conjunction());
    return (fields) => alternatives.some((matches) => matches(fields));
  }

  #conjunction(): Matcher {
    const terms: Matcher[] = [];

    while (this.#next !== undefined && this.#next !== 'OR' && this.#next !== ')') {
      if (!this.#accept('AND')) terms.push(this.#term());
    }

    return (fields) => terms.every((matches) => matches(fields));
  }

  #term(): Matcher {
    const isNegated = this.#accept('NOT');
    const matches = this.#accept('(') ? this.#group() : this.#comparison();
    return isNegated ? (fields) => !matches(fields) : matches;
  }

  #group(): Matcher {
    const inner = this.parse();
    this.#accept(')');
    return inner;
  }

  #comparison(): Matcher {
    const token = this.#tokens[this.#position++] ?? '';
    const [, minus, name, comparator, value] = /^(-?)([\w.]+):([<>]?=?)(.*)$/s.exec(token) ?? [];
    if (name === undefined || value === undefined) return negatedByMinus(token);

    const matches = compare(comparator ?? '', unquoted(value));
    const isMatch: Matcher = (fields) =>
      !Object.hasOwn(fields, name) || (fields[name]?.some(matches) ?? true);
    return minus === '-' ? (fields) => !isMatch(fields) : isMatch;
  }

  #accept(token: string): boolean {
    if (this.#next !== token) return false;
    this.#position++;
    return true;
  }

  get #next(): string | undefined {
    return this.#tokens[this.#position];
  }
}

/** A word without a field: it is contained, or with `-` before it, is not. */
function negatedByMinus(token: string): Matcher {
  const isNegated = token.startsWith('-') && token.length > 1;
  const word = unquoted(isNegated ? token.slice(1) : token)
    .replace(/\*$/, '')
    .toLowerCase();

  return (fields) => (fields['']?.some((value) => value.toLowerCase().includes(word)) ?? false) !== isNegated;
}

function compare(comparator: string, wanted: string): (value: string) => boolean {
  const lower = wanted.toLowerCase();
  const order = (value: string): number => {
    const [a, b] = [Number(value), Number(wanted)];
    return Number.isNaN(a) || Number.isNaN(b) ? value.localeCompare(wanted, 'en') : a - b;
  };

  switch (comparator) {
    case '>':
      return (value) => order(value) > 0;
    case '>=':
      return (value) => order(value) >= 0;
    case '<':
      return (value) => order(value) < 0;
    case '<=':
      return (value) => order(value) <= 0;
    default:
      if (wanted === '*') return () => true;
      if (wanted.endsWith('*'))
        return (value) => words(value).some((word) => word.startsWith(lower.slice(0, -1)));
      return (value) => isSame(value, lower);
  }
}

/** Whether a value is the wanted one, or contains it as whole words. */
function isSame(value: string, wanted: string): boolean {
  const lower = value.toLowerCase();
  return lower === wanted || ` ${words(value).join(' ')} `.includes(` ${words(wanted).join(' ')} `);
}

function words(value: string): readonly string[] {
  return value
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word !== '');
}

function unquoted(value: string): string {
  return /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value;
}
