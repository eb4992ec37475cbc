import type {Customer} from '../../../world/people.ts';
import {UserError} from '../graphql/user-error.ts';
import {addressMutations} from './customer-address-mutations.ts';
import {resolveCustomer} from './customer.ts';
import {refuseFaults, withCustomerErrors} from './customer-errors.ts';
import {faultsOf, takenFaults} from './customer-fields.ts';
import type {CustomerInput} from './customer-fields.ts';
import {linkMutations} from './customer-link-mutations.ts';
import {ownerOf} from './customer-owner.ts';
import {tokenMutations} from './customer-token-mutations.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/**
 * Resolves the mutations of classic customer accounts. Pages show a change of the customer who is signed in.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/mutations/customerCreate
 */
export function customerMutations(now: () => StorefrontWorld): object {
  return {
    customerCreate: ({input}: {input: CreateInput}) =>
      withCustomerErrors(() => create(input, now()), {customer: null}),
    customerUpdate: ({
      customer,
      customerAccessToken,
    }: {
      customer: CustomerInput;
      customerAccessToken: string;
    }) =>
      withCustomerErrors(() => update(customer, customerAccessToken, now()), {
        customer: null,
        customerAccessToken: null,
      }),
    ...tokenMutations(now),
    ...addressMutations(now),
    ...linkMutations(now),
  };
}

interface CreateInput extends CustomerInput {
  readonly email: string;
  readonly password: string;
}

async function create(input: CreateInput, world: StorefrontWorld): Promise<object> {
  const {accounts} = world;
  const {email, password} = input;
  refuseFaults(faultsOf(input, 'input'));

  const known = accounts.customers.byEmail(email);
  if (known?.password === null) {
    await accounts.emails.send('activate', known.customer);
    throw new UserError(
      'CUSTOMER_DISABLED',
      `We have sent an email to ${email}, please click the link included to verify your email address.`,
      ['input'],
    );
  }

  refuseFaults(takenFaults(input, 'input', world));
  const created = accounts.customers.create(fieldsOf(input), password);
  return {customer: resolveCustomer(created, world)};
}

async function update(input: CustomerInput, accessToken: string, world: StorefrontWorld): Promise<object> {
  const {accounts} = world;
  const {customer} = ownerOf(accessToken, world);
  refuseFaults([
    ...faultsOf(input, 'customer'),
    ...takenFaults(input, 'customer', {...world, id: customer.id}),
  ]);

  const {password} = input;
  const changed = world.changeCustomer({
    customer: {...customer, ...fieldsOf(input)},
    ...(password == null ? {} : {password}),
  });

  if (password != null) accounts.tokens.revokeAllOf(customer.id);
  return {
    customer: resolveCustomer(changed, world),
    customerAccessToken: password == null ? null : await accounts.tokens.issue(customer.id),
  };
}

/** Returns the fields of a customer that an input gives. */
function fieldsOf({
  email,
  phone,
  firstName,
  lastName,
  acceptsMarketing,
}: CustomerInput): Partial<Omit<Customer, 'id'>> {
  return {
    ...(email == null ? {} : {email}),
    ...(phone === undefined ? {} : {phone: phone === '' ? null : phone}),
    ...(firstName === undefined ? {} : {firstName: firstName ?? ''}),
    ...(lastName === undefined ? {} : {lastName: lastName ?? ''}),
    ...(acceptsMarketing == null ? {} : {acceptsMarketing}),
  };
}
