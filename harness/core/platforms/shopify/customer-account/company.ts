import type {Company, Metafield} from '../../../../wire/account.ts';
import type {AccountRecords} from '../../../world/account-records.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Shop} from '../../../world/shop.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveCompanyLocation} from './company-location.ts';
import {hasPermission} from './company-role.ts';
import {listDraftOrders} from './draft-order-list.ts';
import type {DraftOrdersOf} from './draft-order-list.ts';
import type {ResolvedDraftOrder} from './draft-order.ts';
import {resolveMetafields} from './metafield-resolver.ts';
import type {ResolvedInstrument} from './payment-instrument.ts';

/** The parts of a company that other resolvers have. */
export interface CompanyWorld {
  readonly shop: Shop;
  readonly metafields: readonly Metafield[];
  readonly records: AccountRecords;
  /** Resolves a list of the customer's orders. */
  readonly orders: (args: never) => object;
  readonly draftOrders: () => readonly ResolvedDraftOrder[];
  /** Resolves the payment methods of the branch. */
  readonly instruments: () => readonly ResolvedInstrument[];
  readonly customer: () => object;
}

/** A company of the customer as the Customer Account API has it. */
export interface ResolvedCompany {
  readonly company: {readonly id: string};
  readonly location: {readonly id: string};
  readonly contact: {readonly id: string};
}

/** Resolves the fields of `Company` and `CompanyContact`, which refer to each other and to the branch. */
export function resolveCompany(company: Company, world: CompanyWorld): ResolvedCompany {
  const {id, name, externalId} = company;
  const {metafields, records, orders, draftOrders, customer} = world;
  const drafts = (args: DraftOrdersOf): object => listDraftOrders(draftOrders(), args);
  const locations = (page: PageOf): object => connection([location], page);

  const resolved = {
    __typename: 'Company',
    id,
    name,
    externalId: externalId ?? null,
    orders,
    draftOrders: drafts,
    locations,
    profile: () => contact,
    ...resolveMetafields(metafields, id),
  };

  const contact = {
    __typename: 'CompanyContact',
    id: `gid://shopify/CompanyContact/${numberOf(id)}`,
    company: resolved,
    customer,
    locations,
    orders,
    draftOrders: drafts,
    hasPermissionOnLocations: hasPermission,
    status: 'ENABLED',
    taxExemptionsDetails: [],
    title: records.contactTitle,
  };

  const location = resolveCompanyLocation(company, {...world, drafts, contact});
  return {company: resolved, location, contact};
}
