import type {Company, Metafield} from '../../../../wire/account.ts';
import type {AccountRecords} from '../../../world/account-records.ts';
import {numberOf} from '../../../world/gid.ts';
import {moneyOf, scaleOf} from '../../../world/money.ts';
import type {Shop} from '../../../world/shop.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveCompanyAddress} from './company-address.ts';
import {locationAdmin} from './company-role.ts';
import type {DraftOrdersOf} from './draft-order-list.ts';
import {resolveMetafields} from './metafield-resolver.ts';
import type {ResolvedInstrument} from './payment-instrument.ts';
import {resolveStoreCredit} from './store-credit.ts';
import {resolveWallet} from './wallet-resolver.ts';

/** The parts of a branch that other resolvers have. */
export interface BranchWorld {
  readonly shop: Shop;
  readonly metafields: readonly Metafield[];
  readonly records: AccountRecords;
  /** Resolves a list of the branch's orders. */
  readonly orders: (args: never) => object;
  readonly drafts: (args: DraftOrdersOf) => object;
  readonly instruments: () => readonly ResolvedInstrument[];
  readonly contact: {readonly id: string};
}

/** Resolves the fields of `CompanyLocation`. */
export function resolveCompanyLocation(company: Company, world: BranchWorld): {readonly id: string} {
  const {id, name, externalId} = company.location;
  const {shop, records, metafields, contact} = world;
  const credit = resolveStoreCredit(storeCreditOf(id, shop));

  const resolved = {
    __typename: 'CompanyLocation',
    id,
    name,
    externalId: externalId ?? null,
    billingAddress: resolveCompanyAddress(records.branchAddresses.BILLING, 'BILLING', company),
    shippingAddress: resolveCompanyAddress(records.branchAddresses.SHIPPING, 'SHIPPING', company),
    buyerExperienceConfiguration: null,
    market: {
      __typename: 'Market',
      id: 'gid://shopify/Market/1',
      handle: shop.country.toLowerCase(),
      webPresence: null,
    },
    orders: world.orders,
    draftOrders: world.drafts,
    contacts: (page: PageOf) => connection([contact], page),
    roleAssignments: (page: PageOf) => connection([roleOf(id, contact)], page),
    storeCreditAccounts: (page: PageOf) => connection([credit], page),
    taxIdentifier: null,
    taxExemptions: [],
    taxExemptionsDetails: [],
    ...resolveWallet(world.instruments),
    ...resolveMetafields(metafields, id),
  };

  return resolved;
}

/** Returns the store credit that the merchant gave a branch. No signal has it. */
function storeCreditOf(id: string, {currency}: Shop): Parameters<typeof resolveStoreCredit>[0] {
  return {
    id: `gid://shopify/StoreCreditAccount/${numberOf(id)}`,
    balance: moneyOf(50 * scaleOf(currency), currency),
  };
}

function roleOf(id: string, contact: object): {readonly id: string} {
  const resolved = {
    __typename: 'CompanyContactRoleAssignment',
    id: `gid://shopify/CompanyContactRoleAssignment/${numberOf(id)}`,
    contact,
    role: locationAdmin(),
  };

  return resolved;
}
