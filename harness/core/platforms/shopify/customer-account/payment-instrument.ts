import type {SubscriptionContract} from '../../../world/subscriptions.ts';
import type {CreditCard, PaymentInstrument} from '../../../world/wallet.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMailingAddress} from './mailing-address.ts';
import {listSubscriptions} from './subscription-list.ts';
import type {SubscriptionsOf} from './subscription-list.ts';
import type {ResolvedSubscription} from './subscription-resolver.ts';

/** The parts of a payment method that other resolvers have. */
export interface InstrumentWorld {
  readonly defaultId: string | null;
  /** The time of the simulation, in milliseconds since 1970. */
  readonly now: number;
  readonly subscriptions: readonly SubscriptionContract[];
  readonly resolveSubscription: (contract: SubscriptionContract) => ResolvedSubscription;
  /** Resolves the orders that the card paid, by brand and last digits. */
  readonly ordersOf: (card: CreditCard) => readonly {readonly id: string}[];
}

/** A payment method as the Customer Account API has it. */
export interface ResolvedInstrument {
  readonly __typename: 'CustomerCreditCard' | 'PaypalBillingAgreement';
  readonly id: string;
}

/** Resolves the fields of `CustomerCreditCard` and of `PaypalBillingAgreement`. */
export function resolveInstrument(instrument: PaymentInstrument, world: InstrumentWorld): ResolvedInstrument {
  const {id, billingAddress} = instrument;
  const none = (page: PageOf): object => connection([], page);

  const shared = {
    id,
    billingAddress: resolveMailingAddress(billingAddress),
    draftOrders: none,
    pendingOrders: none,
    subscriptionContracts: (args: SubscriptionsOf) =>
      listSubscriptions(
        world.subscriptions
          .filter(({paymentInstrumentId}) => paymentInstrumentId === id)
          .map(world.resolveSubscription),
        args,
      ),
  };

  if (instrument.type === 'paypal') {
    return {
      ...shared,
      __typename: 'PaypalBillingAgreement',
      paypalAccountEmail: instrument.email,
      orders: none,
    } as ResolvedInstrument;
  }

  return {...shared, ...resolveCard(instrument, world)};
}

const MONTH = 31 * 86_400_000;

function resolveCard(card: CreditCard, {defaultId, now, ordersOf}: InstrumentWorld): ResolvedInstrument {
  const {id, brand, lastDigits, name, expiryMonth, expiryYear} = card;
  const expiresAt = Date.UTC(expiryYear, expiryMonth, 1);

  const resolved = {
    __typename: 'CustomerCreditCard' as const,
    id,
    brand,
    lastDigits,
    firstDigits: null,
    virtualLastDigits: null,
    maskedNumber: `•••• •••• •••• ${lastDigits}`,
    name,
    default: id === defaultId,
    expiryMonth,
    expiryYear,
    expiresSoon: expiresAt - now < MONTH,
    permissionToShowAtCheckout: true,
    walletType: null,
    orders: (page: PageOf) => connection(ordersOf(card), page),
    openDraftOrders: (page: PageOf) => connection([], page),
  };

  return resolved;
}
