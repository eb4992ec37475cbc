import type {CompanyLocation} from '../../../../wire/account.ts';
import type {PageState} from '../../../../wire/control.ts';
import type {SignalNode} from '../../../../wire/sandbox.ts';
import {signal} from '../api-node.ts';
import {approvedMembers} from '../protected-members.ts';
import {
  buyerIdentity as accountIdentity,
  type Buyer as AccountBuyer,
} from '../customer-account/account-buyer-identity.ts';

/**
 * Returns the buyer, for apps with protected customer data. E-mail and phone are those entered in this
 * checkout.
 */
export function buyerIdentity(state: PageState): BuyerIdentity {
  const {customer, purchasingCompany} = accountIdentity(state);
  const {email, phone} = approvedMembers(state.checkout.contact, state);
  return {
    customer: signal(
      customer.value === undefined
        ? undefined
        : {
            ...customer.value,
            acceptsEmailMarketing: customer.value.acceptsMarketing,
            acceptsSmsMarketing: false,
            ordersCount: state.orders.length,
          },
    ),
    email: signal(email ?? undefined),
    phone: signal(phone ?? undefined),
    purchasingCompany,
  };
}

export type BuyerIdentity = {
  readonly customer: SignalNode<Buyer | undefined>;
  readonly email: SignalNode<string | undefined>;
  readonly phone: SignalNode<string | undefined>;
  readonly purchasingCompany: SignalNode<
    {readonly company: CompanyLocation; readonly location: CompanyLocation} | undefined
  >;
};

export interface Buyer extends AccountBuyer {
  readonly acceptsEmailMarketing: boolean;
  readonly acceptsSmsMarketing: boolean;
  readonly ordersCount: number;
}
