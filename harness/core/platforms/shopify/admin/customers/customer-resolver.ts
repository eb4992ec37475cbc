import {numberOf} from '../../../../world/gid.ts';
import {minorUnits, moneyOf} from '../../../../world/money.ts';
import type {Order} from '../../../../world/orders.ts';
import {timesOf} from '../../../../world/resource-times.ts';
import type {ShopCustomer} from '../../../../world/shop-customers.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import {resolveMoney} from '../../money-v2.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {byId, byText, idFields, listed} from '../model/listed.ts';
import type {ListOf, ListRules} from '../model/listed.ts';
import type {ShopModel} from '../model/shop-model.ts';
import {orderRules} from '../orders/order-rules.ts';
import {resolveAddress} from './address-resolver.ts';

/** Returns the orders of a customer, the newest first. */
export function ordersOf({customer}: Pick<ShopCustomer, 'customer'>, {orders}: ShopModel): readonly Order[] {
  return orders.filter(({customerId}) => customerId === customer.id);
}

/** Resolves the fields of `Customer`. */
export function resolveCustomer(known: ShopCustomer, graph: AdminGraph): Identified {
  const {model, shop} = graph.state;
  const {customer} = known;
  const {id, firstName, lastName, email, phone} = customer;
  const {tags, note, taxExempt, locale} = model.records.customerDetails(id);
  const orders = ordersOf(known, model);
  const [newest] = orders;
  const spent = orders.reduce((sum, {cost}) => sum + minorUnits(cost.total), 0);

  return {
    __typename: 'Customer',
    id,
    legacyResourceId: numberOf(id),
    firstName: firstName === '' ? null : firstName,
    lastName: lastName === '' ? null : lastName,
    displayName: displayNameOf(customer),
    email: email === '' ? null : email,
    phone,
    ...contactFields(known, model),
    tags: tags.toSorted(),
    note,
    taxExempt,
    locale,
    state: known.password === null ? 'DISABLED' : 'ENABLED',
    verifiedEmail: true,
    ...timesOfCustomer(id, model),
    lifetimeDuration: 'about 1 year',
    canDelete: orders.length === 0,
    numberOfOrders: orders.length,
    amountSpent: resolveMoney(moneyOf(spent, shop.currency)),
    lastOrder: () => (newest === undefined ? null : graph.order(newest)),
    orders: (args: ListOf) =>
      listed(orders.toReversed(), args, orderRules(model), (order) => graph.order(order)),
    ...addressFields(known),
    ...graph.metafieldsOf(id),
  } as Identified;
}

/** The search fields and sort keys of lists of customers. */
export function customerRules(model: ShopModel): ListRules<ShopCustomer & Identified> {
  const {records} = model;
  const nameOf = ({customer}: ShopCustomer): string => `${customer.lastName}, ${customer.firstName}`;

  return {
    fields: (known) => {
      const {id, firstName, lastName, email, phone, acceptsMarketing, address} = known.customer;
      const orders = ordersOf(known, model);
      const spent = orders.reduce((sum, {cost}) => sum + cost.total.amount, 0);
      const {createdAt, updatedAt} = timesOfCustomer(id, model);

      return {
        '': [firstName, lastName, `${firstName} ${lastName}`, email, phone ?? ''],
        id: idFields(id),
        first_name: [firstName],
        last_name: [lastName],
        email: [email],
        phone: phone === null ? [] : [phone],
        tag: records.customerDetails(id).tags,
        state: [known.password === null ? 'disabled' : 'enabled'],
        country: address === null ? [] : [address.countryCode],
        accepts_marketing: [String(acceptsMarketing)],
        orders_count: [String(orders.length)],
        total_spent: [String(spent)],
        customer_date: [createdAt],
        created_at: [createdAt],
        updated_at: [updatedAt],
      };
    },
    sorts: {
      ID: byId,
      NAME: byText(nameOf),
      CREATED_AT: byText(({id}) => timesOfCustomer(id, model).createdAt),
      UPDATED_AT: byText(({id}) => timesOfCustomer(id, model).updatedAt),
    },
  };
}

function displayNameOf({firstName, lastName, email, phone}: ShopCustomer['customer']): string {
  const name = [firstName, lastName].filter((part) => part !== '').join(' ');
  return name || email || (phone ?? '');
}

function contactFields(
  {customer: {id, email, phone, acceptsMarketing}}: ShopCustomer,
  {records}: ShopModel,
): object {
  const {acceptsSms} = records.customerDetails(id);

  return {
    defaultEmailAddress:
      email === ''
        ? null
        : {
            __typename: 'CustomerEmailAddress',
            emailAddress: email,
            marketingState: acceptsMarketing ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED',
            validFormat: true,
          },
    defaultPhoneNumber:
      phone === null
        ? null
        : {
            __typename: 'CustomerPhoneNumber',
            phoneNumber: phone,
            marketingState: acceptsSms ? 'SUBSCRIBED' : 'NOT_SUBSCRIBED',
          },
  };
}

function timesOfCustomer(id: string, {records, seed}: ShopModel): {createdAt: string; updatedAt: string} {
  const {createdAt, updatedAt} = records.customerDetails(id);
  const drawn = timesOf(seed, id);
  return {createdAt: createdAt ?? drawn.createdAt, updatedAt: updatedAt ?? createdAt ?? drawn.updatedAt};
}

function addressFields({customer, addressBook}: ShopCustomer): object {
  const first = resolveAddress(customer.address, mailingId(addressBook.defaultId));
  const others = addressBook.others.flatMap(({id, address}) => resolveAddress(address, mailingId(id)) ?? []);
  const all = [...(first === null ? [] : [first]), ...others];

  return {
    defaultAddress: first,
    addresses: ({first: count}: {first?: number | null}) => all.slice(0, count ?? undefined),
    addressesV2: (page: PageOf) => connection(all, page),
  };
}

/** The Admin API has another type for the address that the Customer Account API has as `CustomerAddress`. */
function mailingId(id: string): string {
  return `gid://shopify/MailingAddress/${numberOf(id)}?model_name=CustomerAddress`;
}
