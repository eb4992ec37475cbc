import {defined} from '../../../../records.ts';
import type {CompanyLocation, StoreCredit} from '../../../../wire/account.ts';
import type {PageState} from '../../../../wire/control.ts';
import {customerPicture} from '../../../../wire/customer-picture.ts';
import type {SignalNode} from '../../../../wire/sandbox.ts';
import {signal} from '../api-node.ts';
import {approvedMembers} from '../protected-members.ts';

/** Returns the customer who placed the order, for apps with protected customer data. */
export function buyerIdentity(state: PageState): BuyerIdentity {
  const {customer} = state;
  if (customer === null) {
    return {
      customer: signal(undefined),
      email: signal(undefined),
      phone: signal(undefined),
      purchasingCompany: signal(undefined),
    };
  }

  const {id, acceptsMarketing, storeCredit, company} = customer;
  const name = `${customer.firstName} ${customer.lastName}`.trim();
  const {email, phone, fullName, firstName, lastName} = approvedMembers({...customer, fullName: name}, state);

  return {
    customer: signal({
      id,
      ...defined({email, phone: phone ?? undefined, fullName, firstName, lastName}),
      image: {url: customerPicture(fullName ?? ''), ...defined({altText: fullName})},
      acceptsMarketing,
      storeCreditAccounts: storeCredit,
    }),
    email: signal(email),
    phone: signal(phone ?? undefined),
    purchasingCompany: signal(
      company === null
        ? undefined
        : {company: publicFields(company), location: publicFields(company.location)},
    ),
  };
}

/** Copies the public fields of a company or a location. */
function publicFields({id, name, externalId}: CompanyLocation): CompanyLocation {
  return {id, name, ...(externalId === undefined ? {} : {externalId})};
}

export type BuyerIdentity = {
  readonly customer: SignalNode<Buyer | undefined>;
  readonly email: SignalNode<string | undefined>;
  readonly phone: SignalNode<string | undefined>;
  readonly purchasingCompany: SignalNode<
    {readonly company: CompanyLocation; readonly location: CompanyLocation} | undefined
  >;
};

export interface Buyer {
  readonly id: string;
  readonly email?: string;
  readonly phone?: string;
  readonly fullName?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly image: {readonly url: string; readonly altText?: string};
  readonly acceptsMarketing: boolean;
  readonly storeCreditAccounts: readonly StoreCredit[];
}
