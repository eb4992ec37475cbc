import {isRecord} from '../../records.ts';
import type {Reason} from '../../wire/verdict.ts';
import {caseOf, readCaseId} from '../cases/catalogue.ts';

/** An error of a GraphQL answer, as far as a row looks at it. */
export interface ExplainedError {
  readonly code: unknown;
  /** The access that is missing, as Shopify writes it. */
  readonly requiredAccess: unknown;
  readonly message: string;
}

/** The next step after an error. */
export interface ErrorRow {
  /** A short name, by which a test has an example of the row. */
  readonly name: string;
  applies(error: ExplainedError): boolean;
  readonly turn: Reason['turn'];
  readonly fix: string;
}

/**
 * The next steps after errors of Shopify's GraphQL APIs. The first row that applies decides.
 *
 * @see https://shopify.dev/docs/api/usage/response-codes
 */
export const ERROR_ROWS: readonly ErrorRow[] = [
  {
    name: 'a throttled query',
    applies: ({code}) => code === 'THROTTLED',
    turn: 'extension',
    fix: 'Wait, and ask again, a few times at most. A cheaper query helps too.',
  },
  {
    name: 'a query that costs too much',
    applies: ({code}) => code === 'MAX_COST_EXCEEDED' || code === 'MAX_COMPLEXITY_EXCEEDED',
    turn: 'extension',
    fix: 'Ask for smaller pages (first, last), or split the query.',
  },
  {
    name: 'a scope that the app does not have',
    applies: ({code, requiredAccess}) => code === 'ACCESS_DENIED' && typeof requiredAccess === 'string',
    turn: 'set-up',
    fix: 'Add the scope to access_scopes in shopify.app.toml, and here to app: {scopes: […]}.',
  },
  {
    name: 'an app that is not approved for a protected field',
    applies: ({code, message}) => code === 'ACCESS_DENIED' && message.includes('not approved to use'),
    turn: 'set-up',
    fix: 'Request the field (name, address, phone or email) in the Partner Dashboard, and add it here to app: {protectedCustomerData: […]}.',
  },
  {
    name: 'an app that is not approved for protected customer data',
    applies: ({code, message}) => code === 'ACCESS_DENIED' && message.includes('not approved'),
    turn: 'set-up',
    fix: 'Request access in the Partner Dashboard, and set app: {protectedCustomerData: true} here.',
  },
  {
    name: 'a field that needs a login or a scope',
    applies: ({code}) => code === 'ACCESS_DENIED',
    turn: 'extension',
    fix: 'A guest signs in with shopify.requireLogin(). Otherwise a scope such as customer_read_orders is missing, in shopify.app.toml and in app: {scopes: […]}.',
  },
  {
    name: 'an internal error',
    applies: ({code}) => code === 'INTERNAL_SERVER_ERROR',
    turn: 'extension',
    fix: 'Show an error, or ask again after a moment.',
  },
];

/** Returns the next step after errors: that of the first one which a row explains. */
export function nextStep(errors: readonly Readonly<Record<string, unknown>>[]): Pick<Reason, 'turn' | 'fix'> {
  for (const {message, extensions} of errors) {
    const {code, requiredAccess} = isRecord(extensions) ? extensions : {};
    const error = {code, requiredAccess, message: String(message)};
    const row = ERROR_ROWS.find(({applies}) => applies(error));
    if (row !== undefined) return {turn: row.turn, fix: row.fix};
  }

  return {turn: 'extension', fix: null};
}

/** Explains an answer that a case made; `null` if no case did. */
export function caseReason(id: string | undefined): Reason | null {
  if (id === undefined) return null;

  const known = readCaseId(id);
  const {title, fix} = caseOf(known);
  return {cause: `${title} (case ${known})`, turn: 'nobody', fix};
}
