import type {CompanyLocation, StoreCredit} from '../../../../wire/account.ts';
import type {PageState} from '../../../../wire/control.ts';
import type {Image} from '../../../../wire/order.ts';
import type {SignalNode} from '../../../../wire/sandbox.ts';
import {signal} from '../api-node.ts';

/** Returns the customer who placed the order, for apps with protected customer data. */
export function buyerIdentity({customer}: PageState): BuyerIdentity {
  if (customer === null) {
    return {
      customer: signal(undefined),
      email: signal(undefined),
      phone: signal(undefined),
      purchasingCompany: signal(undefined),
    };
  }

  const {id, firstName, lastName, email, phone, acceptsMarketing, storeCredit, company} = customer;
  const fullName = `${firstName} ${lastName}`.trim();
  return {
    customer: signal({
      id,
      email,
      ...(phone === null ? {} : {phone}),
      fullName,
      firstName,
      lastName,
      image: {url: pictureOf(fullName), altText: fullName},
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

/** Creates a picture with the first letter of a name. */
function pictureOf(name: string): string {
  const initial = name.charAt(0).replace(/[<&]/, '');
  const text = 'x="32" y="41" font-family="sans-serif" font-size="26" text-anchor="middle" fill="#33415c"';
  const content = `<circle cx="32" cy="32" r="32" fill="#d7dee8"/><text ${text}>${initial}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${content}</svg>`;

  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
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
  readonly image: Image;
  readonly acceptsMarketing: boolean;
  readonly storeCreditAccounts: readonly StoreCredit[];
}
