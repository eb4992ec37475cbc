import {getResponse} from 'msw';
import {EXTENSION_HEADER} from '../../wire/control.ts';
import {customerAccountApiBase} from '../platforms/shopify/customer-account-api.ts';
import type {SimulationCore} from './simulation-core.ts';

/** An answer of the Customer Account API. */
export interface AccountAnswer {
  readonly data: Record<string, unknown>;
  readonly errors?: unknown;
}

/** Asks as an extension that is mounted somewhere: the open handlers trust everybody. */
export async function askAccount(
  simulation: SimulationCore,
  query: string,
  variables: object = {},
): Promise<AccountAnswer> {
  const request = new Request(`${customerAccountApiBase('548380009')}2026-04/graphql`, {
    method: 'POST',
    headers: {[EXTENSION_HEADER]: 'gid://shopify/ActivatedUiExtension/1'},
    body: JSON.stringify({query, variables}),
  });

  const response = await getResponse([...simulation.platforms.openHandlers], request);
  if (response === undefined) throw new Error('no handler answered');
  return (await response.json()) as AccountAnswer;
}
