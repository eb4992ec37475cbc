import type {AccountEmail} from '../../../world/sent-emails.ts';
import type {ShopCustomer} from '../../../world/shop-customers.ts';
import {UserError} from '../graphql/user-error.ts';
import {resolveCustomer} from './customer.ts';
import {refuseFaults, withCustomerErrors} from './customer-errors.ts';
import {passwordFault} from './customer-fields.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The words of the mutations by which a customer uses the link of an email. */
const LINKS = {
  activate: {title: 'activation', argument: 'activationUrl'},
  reset: {title: 'reset', argument: 'resetUrl'},
} as const;

/** A link that a customer uses. */
interface Use {
  readonly customerId: string;
  readonly token: string;
  readonly password: string;
  /** The path of the argument that has the token. */
  readonly field: readonly string[];
  /** The path of the argument that has the password. */
  readonly passwordField: readonly string[];
}

const EMPTY = {customer: null, customerAccessToken: null};

/**
 * Resolves the mutations of the emails with links: `customerRecover`, `customerReset`, `customerActivate` and the two
 * that take the whole URL.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/mutations/customerRecover
 */
export function linkMutations(now: () => StorefrontWorld): object {
  const byUrl = (kind: AccountEmail, url: string, password: string): Promise<object> =>
    withCustomerErrors(() => useUrl(kind, {url, password}, now()), EMPTY);

  return {
    customerRecover: ({email}: {email: string}) => withCustomerErrors(() => recover(email, now()), {}),
    customerReset: ({id, input}: {id: string; input: {resetToken: string; password: string}}) =>
      withCustomerErrors(
        () => useLink('reset', {...ofInput(input.password), customerId: id, token: input.resetToken}, now()),
        EMPTY,
      ),
    customerActivate: ({id, input}: {id: string; input: {activationToken: string; password: string}}) =>
      withCustomerErrors(
        () =>
          useLink(
            'activate',
            {...ofInput(input.password), customerId: id, token: input.activationToken},
            now(),
          ),
        EMPTY,
      ),
    customerResetByUrl: ({resetUrl, password}: {resetUrl: URL; password: string}) =>
      byUrl('reset', String(resetUrl), password),
    customerActivateByUrl: ({activationUrl, password}: {activationUrl: URL; password: string}) =>
      byUrl('activate', String(activationUrl), password),
  };
}

async function recover(email: string, {accounts}: StorefrontWorld): Promise<object> {
  const found = accounts.customers.byEmail(email);
  if (found === undefined) throw new UserError('UNIDENTIFIED_CUSTOMER', 'Could not find customer', ['email']);

  await accounts.emails.send('reset', found.customer);
  return {};
}

function ofInput(password: string): Pick<Use, 'password' | 'field' | 'passwordField'> {
  return {password, field: ['input'], passwordField: ['input', 'password']};
}

function useUrl(
  kind: AccountEmail,
  {url, password}: {url: string; password: string},
  world: StorefrontWorld,
): Promise<object> {
  const {title, argument} = LINKS[kind];
  const read = world.accounts.emails.read(kind, url);
  if (read === null) throw new UserError('INVALID', `Invalid ${title} url`, [argument]);

  return useLink(kind, {...read, password, field: [argument], passwordField: ['password']}, world);
}

async function useLink(
  kind: AccountEmail,
  {customerId, token, password, field, passwordField}: Use,
  world: StorefrontWorld,
): Promise<object> {
  const {accounts} = world;
  const found = accounts.customers.byId(customerId);
  if (kind === 'activate' && found !== undefined && isEnabled(found))
    throw new UserError('ALREADY_ENABLED', 'Customer already enabled', null);

  if (found === undefined || !accounts.emails.knows(kind, customerId, token))
    throw new UserError('TOKEN_INVALID', `Invalid ${LINKS[kind].title} token`, field);

  refuseFaults([passwordFault(password, passwordField)]);
  accounts.emails.use(kind, customerId);
  accounts.tokens.revokeAllOf(customerId);

  const changed = world.changeCustomer({customer: found.customer, password});
  return {
    customer: resolveCustomer(changed, world),
    customerAccessToken: await accounts.tokens.issue(customerId),
  };
}

function isEnabled({password}: ShopCustomer): boolean {
  return password !== null;
}
