import {getResponse} from 'msw';
import {STOREFRONT_TOKEN_HEADER} from '../../wire/storefront-headers.ts';
import type {SimulationCore} from './simulation-core.ts';

/** The answer of the Storefront API. */
export interface StorefrontAnswer<Data> {
  readonly data: Data;
  readonly errors?: readonly {readonly message: string; readonly extensions: {readonly code: string}}[];
}

/** The fields of a payload of a mutation, as far as tests read them. */
export type Payloads = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Asks the Storefront API of a simulation as a storefront does. */
export async function askStorefront<Data = Payloads>(
  simulation: SimulationCore,
  query: string,
  {variables = {}, version = '2026-04'}: {variables?: object; version?: string} = {},
): Promise<StorefrontAnswer<Data>> {
  const url = `https://acme.myshopify.com/api/${version}/graphql.json`;
  const headers = {[STOREFRONT_TOKEN_HEADER]: simulation.world.app.publicStorefrontToken};
  const request = new Request(url, {method: 'POST', headers, body: JSON.stringify({query, variables})});
  const response = await getResponse([...simulation.handlers], request);
  if (response === undefined) throw new Error('no handler answered');
  return (await response.json()) as StorefrontAnswer<Data>;
}
