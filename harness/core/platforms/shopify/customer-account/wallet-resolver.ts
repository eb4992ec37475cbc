import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {ResolvedInstrument} from './payment-instrument.ts';

/** Resolves the fields about payment methods that customers and branches of companies have. */
export function resolveWallet(instruments: () => readonly ResolvedInstrument[]): object {
  const ofType = (type: ResolvedInstrument['__typename']): readonly ResolvedInstrument[] =>
    instruments().filter(({__typename}) => __typename === type);
  const find = (all: readonly ResolvedInstrument[], id: string): object | null =>
    all.find((known) => known.id === id) ?? null;

  return {
    availablePaymentMethods: [],
    paymentInstrument: ({id}: {id: string}) => find(instruments(), id),
    paymentInstruments: (page: PageOf) => connection(instruments(), page),
    creditCard: ({id}: {id: string}) => find(ofType('CustomerCreditCard'), id),
    creditCards: (page: PageOf) => connection(ofType('CustomerCreditCard'), page),
    paypalBillingAgreement: () => ofType('PaypalBillingAgreement')[0] ?? null,
  };
}
