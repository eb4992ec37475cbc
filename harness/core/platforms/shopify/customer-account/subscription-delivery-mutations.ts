import type {Address} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {PICKUP_LOCATION} from '../../../world/pickup-location.ts';
import {subscriptionDeliveryOptions} from '../../../world/subscription-delivery.ts';
import type {
  DeliveryQuote,
  SubscriptionDelivery,
  SubscriptionDeliveryOption,
} from '../../../world/subscription-delivery.ts';
import type {SubscriptionContract} from '../../../world/subscriptions.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';
import type {CustomerAccount} from './account-state.ts';
import {toMailingAddress} from './mailing-address-input.ts';
import type {MailingAddressInput} from './mailing-address-input.ts';
import {resolveQuote} from './subscription-delivery-resolver.ts';
import {openContract, saveContract} from './subscription-mutations.ts';
import type {ResolveContract} from './subscription-mutations.ts';

interface FetchArguments {
  readonly subscriptionContractId: string;
  readonly address?: MailingAddressInput | null;
  /** The name of `address` in older versions. */
  readonly deliveryAddress?: MailingAddressInput | null;
}

interface SelectArguments {
  readonly subscriptionContractId: string;
  readonly subscriptionDeliveryOptionsResultToken: string;
  readonly deliveryMethodInput: DeliveryMethodInput;
}

interface DeliveryMethodInput {
  readonly shipping?: {readonly shippingAddress?: MailingAddressInput | null} | null;
  readonly localDelivery?: LocalDeliveryInput | null;
  readonly pickup?: {readonly locationId: string} | null;
}

interface LocalDeliveryInput {
  readonly address?: MailingAddressInput | null;
  readonly deliveryAddress?: MailingAddressInput | null;
  readonly instructions?: string | null;
  readonly phone: string;
}

/**
 * Resolves the mutations of a contract's delivery: one fetches options, the other chooses from them.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/subscriptionContractFetchDeliveryOptions
 */
export function subscriptionDeliveryMutations(
  account: () => CustomerAccount,
  resolve: ResolveContract,
): object {
  return {
    subscriptionContractFetchDeliveryOptions: (given: FetchArguments) =>
      withUserErrors(() => fetchOptions(account(), given), {deliveryOptionsResult: null}),
    subscriptionContractSelectDeliveryMethod: (given: SelectArguments) =>
      withUserErrors(() => ({contract: resolve(selectMethod(account(), given))}), {contract: null}),
  };
}

function fetchOptions(
  account: CustomerAccount,
  {subscriptionContractId, address, deliveryAddress}: FetchArguments,
): object {
  const contract = openContract(account, subscriptionContractId, {code: 'INVALID'});
  const given = address ?? deliveryAddress;
  const target = given == null ? addressOf(contract.delivery) : toMailingAddress(given);

  const {deliveryQuotes} = account.records();
  const quote = {
    token: `${numberOf(contract.id)}-${deliveryQuotes.length + 1}`,
    contractId: contract.id,
    address: target,
    options: subscriptionDeliveryOptions(target, contract.deliveryPrice.currencyCode),
  };

  account.changeRecords({deliveryQuotes: [...deliveryQuotes, quote]});
  return {deliveryOptionsResult: resolveQuote(quote)};
}

function selectMethod(account: CustomerAccount, given: SelectArguments): SubscriptionContract {
  const contract = openContract(account, given.subscriptionContractId, {code: 'INVALID'});
  const {subscriptionDeliveryOptionsResultToken: token, deliveryMethodInput} = given;

  const quote = account
    .records()
    .deliveryQuotes.find((known) => known.token === token && known.contractId === contract.id);
  if (quote === undefined)
    throw invalid('The token is not that of fetched delivery options.', [
      'subscriptionDeliveryOptionsResultToken',
    ]);

  const {delivery, option} = choose(quote, deliveryMethodInput);
  return saveContract(account, {...contract, delivery, deliveryPrice: option.price});
}

/** Returns the delivery that an input chooses, and the option of it that was offered. */
function choose(
  quote: DeliveryQuote,
  {shipping, localDelivery, pickup}: DeliveryMethodInput,
): {readonly delivery: SubscriptionDelivery; readonly option: SubscriptionDeliveryOption} {
  const given = [shipping, localDelivery, pickup].filter((method) => method != null);
  if (given.length !== 1) throw invalid('Give exactly one delivery method.', ['deliveryMethodInput']);

  if (pickup != null) {
    const option = offered(quote, 'pickup');
    if (pickup.locationId !== PICKUP_LOCATION.id)
      throw invalid('Location does not exist.', ['deliveryMethodInput', 'pickup', 'locationId']);
    return {delivery: {type: 'pickup', title: option.title}, option};
  }

  if (localDelivery != null) {
    const option = offered(quote, 'localDelivery');
    const {phone, instructions = null} = localDelivery;
    const address = addressFor(quote, localDelivery.deliveryAddress ?? localDelivery.address);
    return {delivery: {type: 'localDelivery', address, title: option.title, phone, instructions}, option};
  }

  const option = offered(quote, 'shipping');
  const address = addressFor(quote, shipping?.shippingAddress);
  return {delivery: {type: 'shipping', address, title: option.title}, option};
}

function offered({options}: DeliveryQuote, type: SubscriptionDelivery['type']): SubscriptionDeliveryOption {
  const option = options.find((known) => known.type === type);
  if (option === undefined)
    throw invalid('The delivery method is not one of the fetched options.', ['deliveryMethodInput', type]);
  return option;
}

function addressFor(quote: DeliveryQuote, given: MailingAddressInput | null | undefined): Address {
  const address = given == null ? quote.address : toMailingAddress(given);
  if (address === null) throw invalid('Address is missing.', ['deliveryMethodInput', 'address']);
  return address;
}

function addressOf(delivery: SubscriptionDelivery): Address | null {
  return delivery.type === 'pickup' ? null : delivery.address;
}

function invalid(message: string, field: readonly string[]): UserError {
  return new UserError('INVALID', message, field);
}
