import type {StorefrontWorld} from './storefront-world.ts';
import {resolveMetafields} from './metafields.ts';

/** Resolves the fields of `Shop`. */
export function resolveShop({shop, metafields}: StorefrontWorld): {readonly id: string} {
  const {id, name, storefrontUrl} = shop;

  const resolved: {readonly id: string} & Record<string, unknown> = {
    __typename: 'Shop',
    id,
    name,
    description: null,
    brand: null,
    primaryDomain: {
      __typename: 'Domain',
      host: new URL(storefrontUrl).host,
      url: storefrontUrl,
      sslEnabled: storefrontUrl.startsWith('https:'),
    },
    paymentSettings: resolvePaymentSettings({shop}),
    shipsToCountries: [shop.country],
    privacyPolicy: null,
    refundPolicy: null,
    shippingPolicy: null,
    subscriptionPolicy: null,
    termsOfService: null,
    ...resolveMetafields(metafields, id, () => resolved),
  };

  return resolved;
}

/** Resolves the fields of `PaymentSettings`. */
export function resolvePaymentSettings({shop}: Pick<StorefrontWorld, 'shop'>): object {
  return {
    __typename: 'PaymentSettings',
    currencyCode: shop.currency,
    countryCode: shop.country,
    enabledPresentmentCurrencies: [shop.currency],
    acceptedCardBrands: ['VISA', 'MASTERCARD'],
    supportedDigitalWallets: [],
    shopifyPaymentsAccountId: null,
  };
}
