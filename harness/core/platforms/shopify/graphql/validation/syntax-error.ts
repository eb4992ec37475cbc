import {GraphQLError} from 'graphql';

/** The names that Shopify's parser gives to the characters that a query has outside of names and values. */
const PUNCTUATORS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '!': 'BANG',
    $: 'VAR_SIGN',
    '&': 'AMP',
    '(': 'LPAREN',
    ')': 'RPAREN',
    ':': 'COLON',
    '=': 'EQUALS',
    '@': 'DIR_SIGN',
    '[': 'LBRACKET',
    ']': 'RBRACKET',
    '{': 'LCURLY',
    '|': 'PIPE',
    '}': 'RCURLY',
    '...': 'ELLIPSIS',
  }),
);

/** Words that are separate tokens. */
const KEYWORDS: ReadonlySet<string> = new Set([
  'false',
  'fragment',
  'mutation',
  'null',
  'on',
  'query',
  'subscription',
  'true',
]);

/** The token at the start of a string: a punctuator, a name, a number, a string. */
const TOKEN = /^(?:\.\.\.|[!$&():=@[\]{|}]|[A-Za-z_]\w*|-?\d[\d.eE+-]*|"(?:[^"\\\n]|\\.)*")/;

/**
 * Words a syntax error as Shopify does: the token that was not expected, and its place. Shopify's list of what it
 * expected instead is missing.
 */
export function syntaxError({positions, locations, source}: GraphQLError): GraphQLError {
  const [{line, column} = {line: 1, column: 1}] = locations ?? [];
  const [position = 0] = positions ?? [];
  const rest = source?.body.slice(position) ?? '';

  const message = `syntax error, unexpected ${tokenAt(rest)} at [${line}, ${column}]`;
  return new GraphQLError(message, {source: source ?? null, positions: [position]});
}

function tokenAt(rest: string): string {
  if (rest.trim() === '') return 'end of file';

  const [token] = TOKEN.exec(rest) ?? [];
  if (token === undefined) return `invalid token (${JSON.stringify(rest.charAt(0))})`;
  return `${nameOf(token)} (${JSON.stringify(token.replace(/^"|"$/g, ''))})`;
}

function nameOf(token: string): string {
  const punctuator = PUNCTUATORS.get(token);
  if (punctuator !== undefined) return punctuator;
  if (KEYWORDS.has(token)) return token.toUpperCase();
  if (token.startsWith('"')) return 'STRING';
  if (/^-?\d/.test(token)) return /[.eE]/.test(token) ? 'FLOAT' : 'INT';
  return 'IDENTIFIER';
}
