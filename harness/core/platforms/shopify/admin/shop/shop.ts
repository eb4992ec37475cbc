import {numberOf} from '../../../../world/gid.ts';
import type {Shop} from '../../../../world/shop.ts';
import {STAFF} from '../../../../world/staff.ts';
import {symbolOf} from '../../storefront/currency.ts';
import type {AdminState} from '../admin-state.ts';
import {metafieldMembers} from '../metafields/metafield-resolver.ts';

/** The email address of the shop, at which the platform and customers write to it. */
const SHOP_EMAIL = 'hello@acme.example';

/** The day on which the shop was opened. */
const OPENED = '2024-03-01T09:00:00Z';

/** The countries that weigh in pounds and measure in inches. */
const IMPERIAL = ['LR', 'MM', 'US'];

/** Resolves the fields of `Shop`. */
export function resolveShop(state: AdminState): {readonly id: string} {
  const {shop} = state;
  const isImperial = IMPERIAL.includes(shop.country);

  return {
    __typename: 'Shop',
    id: shop.id,
    name: shop.name,
    alerts: [],
    email: SHOP_EMAIL,
    contactEmail: SHOP_EMAIL,
    description: null,
    shopOwnerName: `${STAFF.grace.firstName} ${STAFF.grace.lastName}`,
    myshopifyDomain: shop.domain,
    ...addressesOf(shop),
    ...moneyOf(shop),
    ...timesOf(shop, state.now()),
    countriesInShippingZones: {countryCodes: [shop.country], includeRestOfWorld: false},
    shipsToCountries: [shop.country],
    plan: planOf(),
    features: featuresOf(),
    entitlements: {markets: {enabled: true}},
    checkoutApiSupported: true,
    setupRequired: false,
    taxShipping: false,
    taxesIncluded: false,
    marketingSmsConsentEnabledAtCheckout: false,
    transactionalSmsDisabled: false,
    orderNumberFormatPrefix: '#',
    orderNumberFormatSuffix: '',
    richTextEditorUrl: `https://${shop.domain}/admin/rte`,
    unitSystem: isImperial ? 'IMPERIAL_SYSTEM' : 'METRIC_SYSTEM',
    weightUnit: isImperial ? 'POUNDS' : 'KILOGRAMS',
    createdAt: OPENED,
    updatedAt: OPENED,
    ...metafieldMembers(shop.id, state),
  } as {readonly id: string};
}

/** Resolves `shopLocales`: the languages that the shop publishes. */
export function resolveShopLocales({shop}: AdminState): readonly object[] {
  const names = new Intl.DisplayNames('en', {type: 'language'});
  return shop.languages.map((locale, index) => ({
    __typename: 'ShopLocale',
    locale,
    name: names.of(locale) ?? locale,
    primary: index === 0,
    published: true,
  }));
}

function addressesOf(shop: Shop): object {
  const number = numberOf(shop.id);
  const {host} = new URL(shop.storefrontUrl);
  const address = {
    __typename: 'ShopAddress',
    id: `gid://shopify/ShopAddress/${number}`,
    company: shop.name,
    countryCodeV2: shop.country,
    coordinatesValidated: false,
  };

  return {
    url: shop.storefrontUrl,
    primaryDomain: {
      __typename: 'Domain',
      id: `gid://shopify/Domain/${number}`,
      host,
      sslEnabled: shop.storefrontUrl.startsWith('https:'),
      url: shop.storefrontUrl,
    },
    billingAddress: address,
    shopAddress: address,
  };
}

function moneyOf({currency}: Shop): object {
  const format = `${symbolOf(currency)}{{amount}}`;
  return {
    currencyCode: currency,
    enabledPresentmentCurrencies: [currency],
    currencyFormats: {
      moneyFormat: format,
      moneyInEmailsFormat: format,
      moneyWithCurrencyFormat: `${format} ${currency}`,
      moneyWithCurrencyInEmailsFormat: `${format} ${currency}`,
    },
  };
}

function timesOf({timezone}: Shop, now: number): object {
  const minutes = offsetOf(timezone, now);
  const hours = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
  const rest = String(Math.abs(minutes) % 60).padStart(2, '0');

  return {
    ianaTimezone: timezone,
    timezoneAbbreviation: zonePart(timezone, now, 'short'),
    timezoneOffset: `${minutes < 0 ? '-' : '+'}${hours}${rest}`,
    timezoneOffsetMinutes: minutes,
  };
}

/** Returns the minutes between a time zone and UTC: `-300` for New York in winter. */
function offsetOf(timeZone: string, now: number): number {
  const [, sign, hours = '0', minutes = '0'] =
    /GMT([+-])(\d+)(?::(\d+))?/.exec(zonePart(timeZone, now, 'longOffset')) ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? -offset : offset;
}

function zonePart(timeZone: string, now: number, timeZoneName: 'short' | 'longOffset'): string {
  const parts = new Intl.DateTimeFormat('en-US', {timeZone, timeZoneName}).formatToParts(now);
  return parts.find(({type}) => type === 'timeZoneName')?.value ?? '';
}

/** A shop for development, which most tests are about. It may install apps that are not listed, and test charges. */
function planOf(): object {
  return {
    __typename: 'ShopPlan',
    displayName: 'Development',
    publicDisplayName: 'Development',
    partnerDevelopment: true,
    shopifyPlus: false,
  };
}

function featuresOf(): object {
  return {
    __typename: 'ShopFeatures',
    avalaraAvatax: false,
    branding: 'SHOPIFY',
    captcha: true,
    giftCards: true,
    legacySubscriptionGatewayEnabled: false,
    reports: true,
    sellsSubscriptions: true,
    storefront: true,
  };
}
