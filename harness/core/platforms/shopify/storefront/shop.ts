import {numberOf} from '../../../world/gid.ts';
import {ACCOUNTS_HOST} from '../shopify-hosts.ts';
import {symbolOf} from './currency.ts';
import {resolveMetafields} from './metafields.ts';
import type {ResolvedPolicy} from './online-store-page.ts';
import type {ResolverContext} from './resolver-context.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The policies that this shop has not written. */
const NO_POLICIES = {legalNotice: null, termsOfSale: null};

/** Resolves the fields of `Shop`. */
export function resolveShop(
  context: ResolverContext,
  policies: readonly ResolvedPolicy[],
): {readonly id: string} {
  const {shop} = context.world;
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
    moneyFormat: `${symbolOf(shop.currency)}{{amount}}`,
    paymentSettings: resolvePaymentSettings({shop}),
    shipsToCountries: [shop.country],
    customerAccountUrl: `https://${ACCOUNTS_HOST}/${numberOf(id)}`,
    customerAccountTranslations: null,
    socialLoginProviders: [],
    shopPayInstallmentsPricing: null,
    ...NO_POLICIES,
    ...Object.fromEntries(policies.map((policy) => [policy.field, policy])),
    ...resolveMetafields(context, id, () => resolved),
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
    cardVaultUrl: 'https://elb.deposit.shopifycs.com/sessions',
    acceptedCardBrands: ['VISA', 'MASTERCARD'],
    supportedDigitalWallets: [],
    shopifyPaymentsAccountId: null,
  };
}
