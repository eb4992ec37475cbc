import type {Customer} from '../../../../world/people.ts';
import type {CustomerDetails} from '../../../../world/shop-records.ts';
import type {ShopCustomer} from '../../../../world/shop-customers.ts';
import {setMetafieldsOf} from '../metafields/metafield-mutations.ts';
import type {MetafieldInput} from '../metafields/metafield-mutations.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {payloadOf, refuse, refuseAll} from '../model/user-errors.ts';
import type {AdminUserError} from '../model/user-errors.ts';
import {uniqueTags} from '../products/product-mutations.ts';
import {readAddress} from './address-resolver.ts';
import type {AddressInput} from './address-resolver.ts';
import {ordersOf} from './customer-resolver.ts';

interface CustomerInput {
  readonly id?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly locale?: string | null;
  readonly taxExempt?: boolean | null;
  readonly emailMarketingConsent?: {readonly marketingState: string} | null;
  readonly smsMarketingConsent?: {readonly marketingState: string} | null;
  readonly addresses?: readonly AddressInput[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}

/**
 * Resolves `customerCreate`, `customerUpdate` and `customerDelete`.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/customerCreate
 */
export function customerMutations(graph: AdminGraph): object {
  return {
    customerCreate: ({input}: {input: CustomerInput}) =>
      payloadOf(() => created(input, graph), {customer: null}),
    customerUpdate: ({input}: {input: CustomerInput}) =>
      payloadOf(() => updated(input, graph), {customer: null}),
    customerDelete: ({input: {id}}: {input: {id: string}}) => ({
      ...payloadOf(() => deleted(id, graph), {deletedCustomerId: null}),
      shop: () => graph.shop(),
    }),
  };
}

function created(input: CustomerInput, graph: AdminGraph): object {
  const {model, now} = graph.state;
  if (input.id != null) refuse(['id'], 'Cannot specify ID on creation');
  refuseAll(faultsOf(input, null, graph));
  if (
    [input.email, input.phone, input.firstName, input.lastName].every(
      (text) => text == null || text.trim() === '',
    )
  )
    refuse(null, 'A name, phone number, or email address must be present');

  const {customer} = model.createCustomer(fieldsOf(input, null, graph));
  model.records.changeCustomerDetails(customer.id, {
    ...detailsOf(input),
    createdAt: new Date(now()).toISOString(),
  });

  try {
    setMetafieldsOf(customer.id, input.metafields, graph.state);
  } catch (error) {
    model.removeCustomer(customer.id);
    throw error;
  }
  return {customer: graph.customerOf(customer.id)};
}

function updated(input: CustomerInput, graph: AdminGraph): object {
  const {model, now} = graph.state;
  const {customer} = knownCustomer(input.id ?? '', graph, 'Customer does not exist');
  refuseAll(faultsOf(input, customer.id, graph));

  setMetafieldsOf(customer.id, input.metafields, graph.state);
  model.changeCustomer({customer: {...customer, ...fieldsOf(input, customer, graph)}});
  const updatedAt = new Date(now()).toISOString();
  model.records.changeCustomerDetails(customer.id, {...detailsOf(input), updatedAt});
  return {customer: graph.customerOf(customer.id)};
}

function deleted(id: string, graph: AdminGraph): object {
  const {model} = graph.state;
  const known = knownCustomer(id, graph, "Customer can't be found");
  if (ordersOf(known, model).length > 0)
    refuse(['id'], 'Customer can’t be deleted because they have associated orders');

  model.removeCustomer(id);
  return {deletedCustomerId: id};
}

/** Lists the faults of email and phone: their form, and whether another customer has them. */
function faultsOf(
  {email, phone}: CustomerInput,
  ownId: string | null,
  {state}: AdminGraph,
): readonly AdminUserError[] {
  const others = state.model.customers.map(({customer}) => customer).filter(({id}) => id !== ownId);
  const isTaken = (key: 'email' | 'phone', value: string): boolean =>
    others.some((other) => other[key]?.toLowerCase() === value.toLowerCase());

  const faults: AdminUserError[] = [];
  if (email != null && email !== '') {
    if (!/^\S+@\S+\.\S+$/.test(email)) faults.push({field: ['email'], message: 'Email is invalid'});
    else if (isTaken('email', email))
      faults.push({field: ['email'], message: 'Email has already been taken'});
  }
  if (phone != null && phone !== '') {
    if (!/^\+?[\d\s().-]{5,}$/.test(phone)) faults.push({field: ['phone'], message: 'Phone is invalid'});
    else if (isTaken('phone', phone))
      faults.push({field: ['phone'], message: 'Phone has already been taken'});
  }
  return faults;
}

function fieldsOf(
  {firstName, lastName, email, phone, emailMarketingConsent, addresses}: CustomerInput,
  before: Customer | null,
  {state}: AdminGraph,
): Partial<Omit<Customer, 'id'>> {
  const [address] = addresses ?? [];

  return {
    ...(firstName === undefined ? {} : {firstName: firstName ?? ''}),
    ...(lastName === undefined ? {} : {lastName: lastName ?? ''}),
    ...(email === undefined ? {} : {email: email ?? ''}),
    ...(phone === undefined ? {} : {phone: phone === '' ? null : phone}),
    ...(emailMarketingConsent == null
      ? {}
      : {acceptsMarketing: emailMarketingConsent.marketingState === 'SUBSCRIBED'}),
    ...(address === undefined
      ? {}
      : {address: readAddress(address, before?.address ?? null, state.shop.country)}),
  };
}

function detailsOf({
  note,
  tags,
  locale,
  taxExempt,
  smsMarketingConsent,
}: CustomerInput): Partial<CustomerDetails> {
  return {
    ...(note === undefined ? {} : {note}),
    ...(tags == null ? {} : {tags: uniqueTags(tags)}),
    ...(locale == null ? {} : {locale}),
    ...(taxExempt == null ? {} : {taxExempt}),
    ...(smsMarketingConsent == null ? {} : {acceptsSms: smsMarketingConsent.marketingState === 'SUBSCRIBED'}),
  };
}

function knownCustomer(id: string, {state}: AdminGraph, message: string): ShopCustomer {
  return state.model.customers.find(({customer}) => customer.id === id) ?? refuse(['id'], message);
}
