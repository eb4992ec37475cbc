import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import type {AdminState} from '../admin-state.ts';
import {resolvePurchase, resolveSubscription} from './charge-resolver.ts';

/** Resolves the fields of `AppInstallation` about billing. */
export function billingFields({records}: AdminState): object {
  const {billing} = records;
  const subscriptions = (): readonly {readonly id: string}[] =>
    billing.subscriptions.map((each) => resolveSubscription(each, billing));

  return {
    activeSubscriptions: () =>
      billing.subscriptions
        .filter(({status}) => status === 'ACTIVE')
        .map((each) => resolveSubscription(each, billing)),
    allSubscriptions: (page: PageOf) => connection(subscriptions(), page),
    oneTimePurchases: (page: PageOf) => connection(billing.purchases.map(resolvePurchase), page),
  };
}
