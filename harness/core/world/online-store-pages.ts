import type {Shop} from './shop.ts';

/** A page of the online store. */
export interface OnlineStorePage {
  /** `gid://shopify/Page/…` or `gid://shopify/ShopPolicy/…` */
  readonly id: string;
  /** The part of its URL that names it. */
  readonly handle: string;
  /** The title. */
  readonly title: string;
  /** The content, as plain text. */
  readonly text: string;
}

/** Returns the pages of the online store. */
export function pagesOf({name}: Pick<Shop, 'name'>): readonly OnlineStorePage[] {
  return [
    {
      id: 'gid://shopify/Page/9201',
      handle: 'about',
      title: 'About us',
      text: `${name} makes things that last.`,
    },
    {
      id: 'gid://shopify/Page/9202',
      handle: 'contact',
      title: 'Contact',
      text: `Write to ${name}. We answer within a day.`,
    },
  ];
}

/** A policy of the shop. Its handle follows from its kind. */
export interface ShopPolicy extends OnlineStorePage {
  /** The field of `Shop` that has it. */
  readonly field: string;
}

/** Returns the policies of the shop. A legal notice and terms of sale are kept by few shops. */
export function policiesOf({name}: Pick<Shop, 'name'>): readonly ShopPolicy[] {
  const rows: readonly (readonly [string, string, string, string])[] = [
    ['refundPolicy', 'refund-policy', 'Refund policy', 'You have 30 days to return an item.'],
    ['privacyPolicy', 'privacy-policy', 'Privacy policy', `${name} keeps what it needs for your order.`],
    ['termsOfService', 'terms-of-service', 'Terms of service', `This website is operated by ${name}.`],
    ['shippingPolicy', 'shipping-policy', 'Shipping policy', 'Orders arrive after 3 to 5 business days.'],
    ['subscriptionPolicy', 'subscription-policy', 'Cancellation policy', 'You may cancel at any time.'],
    ['contactInformation', 'contact-information', 'Contact information', `Trade name: ${name}.`],
  ];

  return rows.map(([field, handle, title, text], index) => ({
    id: `gid://shopify/ShopPolicy/${9101 + index}`,
    field,
    handle,
    title,
    text,
  }));
}
