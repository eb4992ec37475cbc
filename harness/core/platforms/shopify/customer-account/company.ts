import type {Company, Metafield} from '../../../../wire/account.ts';
import {numberOf} from '../../../world/gid.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMetafields} from './metafield-resolver.ts';

/** The parts of a company that other resolvers have. */
export interface CompanyWorld {
  readonly metafields: readonly Metafield[];
  /** Resolves a list of the customer's orders. */
  readonly orders: (args: never) => object;
  readonly customer: () => object;
}

/** A company of the customer as the Customer Account API has it. */
export interface ResolvedCompany {
  readonly company: {readonly id: string};
  readonly location: {readonly id: string};
  readonly contact: {readonly id: string};
}

/** Resolves the fields of `Company`, `CompanyLocation` and `CompanyContact`, which refer to each other. */
export function resolveCompany(
  {id, name, externalId, location}: Company,
  {metafields, orders, customer}: CompanyWorld,
): ResolvedCompany {
  const resolvedLocation = {
    __typename: 'CompanyLocation',
    id: location.id,
    name: location.name,
    externalId: location.externalId ?? null,
    orders,
    contacts: (page: PageOf) => connection([contact], page),
    ...resolveMetafields(metafields, location.id),
  };

  const locations = (page: PageOf): object => connection([resolvedLocation], page);
  const company = {
    __typename: 'Company',
    id,
    name,
    externalId: externalId ?? null,
    orders,
    locations,
    profile: () => contact,
    ...resolveMetafields(metafields, id),
  };

  const contact = {
    __typename: 'CompanyContact',
    id: `gid://shopify/CompanyContact/${numberOf(id)}`,
    company,
    customer,
    locations,
    orders,
    status: 'ENABLED',
    title: null,
  };

  return {company, location: resolvedLocation, contact};
}
