/** The API of customer account targets (`@shopify/ui-extensions` 2026.7, `surfaces/customer-account/api`). */
import type {Mount, PageState, Translations} from '../../wire/control.ts';
import type {ApiNode, ApiTree, LanguageRules} from '../../wire/sandbox.ts';

export const TARGETS: readonly string[] = [
  'customer-account.order-status.block.render',
  'customer-account.page.render',
  'customer-account.profile.block.render',
];

/** The tree of the API as the state has it now. */
export function apiOf(mount: Mount, state: PageState): ApiTree {
  const {localization, customer, shop} = state;
  const standard: ApiTree = {
    extensionPoint: value(mount.target),
    extension: group({
      apiVersion: value(mount.apiVersion),
      capabilities: signal(mount.capabilities),
      editor: value(undefined),
      rendered: signal(true),
      scriptUrl: value(mount.scriptUrl),
      target: value(mount.target),
      version: value(undefined),
    }),
    version: value(mount.apiVersion),
    authenticatedAccount: group({
      customer: signal(customer === null ? undefined : {id: customer.id}),
      purchasingCompany: signal(undefined),
    }),
    localization: group({
      language: signal({isoCode: localization.language}),
      extensionLanguage: signal({isoCode: languageOf(mount.translations, localization.language).extensionLocale}),
      country: signal({isoCode: localization.country}),
      ...(isOrderStatus(mount.target) ? {currency: signal({isoCode: localization.currency}), timezone: signal(localization.timezone)} : {}),
    }),
    settings: signal(mount.settings),
    sessionToken: group({get: call}),
    storage: group({read: call, write: call, delete: call}),
  };
  if (!isOrderStatus(mount.target)) return standard;
  const {id, name, myshopifyDomain, storefrontUrl} = shop;
  return {...standard, shop: value({id, name, myshopifyDomain, storefrontUrl})};
}

/** Members of the published types that are not simulated yet. */
export function notSimulated(target: string): readonly string[] {
  return isOrderStatus(target) ? [...STANDARD, ...ORDER_STATUS] : STANDARD;
}

export function languageRules({translations}: Mount, {localization}: PageState): LanguageRules {
  const {language, currency, timezone} = localization;
  return {locale: language, currency, timezone, ...languageOf(translations, language)};
}

/** Tags of the surface's published types that have no element here yet. */
export const TAGS_NOT_SIMULATED: readonly string[] = [
  'abbreviation',
  'announcement',
  'avatar',
  'badge',
  'box',
  'button-group',
  'chat',
  'chip',
  'choice',
  'choice-list',
  'clickable',
  'clickable-chip',
  'clipboard-item',
  'consent-checkbox',
  'consent-phone-field',
  'customer-account-action',
  'date-field',
  'date-picker',
  'details',
  'divider',
  'drop-zone',
  'email-field',
  'form',
  'grid',
  'grid-item',
  'icon',
  'image',
  'image-group',
  'list-item',
  'login-with-shop',
  'map',
  'map-marker',
  'menu',
  'modal',
  'money-field',
  'number-field',
  'option',
  'ordered-list',
  'password-field',
  'payment-icon',
  'phone-field',
  'popover',
  'press-button',
  'product-thumbnail',
  'progress',
  'qr-code',
  'query-container',
  'scroll-box',
  'select',
  'sheet',
  'skeleton-paragraph',
  'summary',
  'switch',
  'text-area',
  'time',
  'tooltip',
  'unordered-list',
  'url-field',
].map((name) => `s-${name}`);

const STANDARD: readonly string[] = ['analytics', 'applyTrackingConsentChange', 'customerPrivacy', 'intents', 'query', 'toast'];
const ORDER_STATUS: readonly string[] = [
  'appMetafields',
  'appliedGiftCards',
  'attributes',
  'authenticationState',
  'billingAddress',
  'buyerIdentity',
  'checkoutSettings',
  'checkoutToken',
  'cost',
  'discountAllocations',
  'discountCodes',
  'lines',
  'localization.market',
  'note',
  'order',
  'requireLogin',
  'shippingAddress',
];

const call: ApiNode = {kind: 'call'};

function value(plain: unknown): ApiNode {
  return {kind: 'value', value: plain};
}

function signal(current: unknown): ApiNode {
  return {kind: 'signal', value: current};
}

function group(members: ApiTree): ApiNode {
  return {kind: 'group', members};
}

function isOrderStatus(target: string): boolean {
  return target.startsWith('customer-account.order-status.');
}

/** The buyer's locale, then its language alone, then the extension's default locale. */
function languageOf({byLocale, defaultLocale}: Translations, language: string): Pick<LanguageRules, 'extensionLocale' | 'dictionaries'> {
  const locales = [language, language.split('-')[0] ?? language, ...(defaultLocale === null ? [] : [defaultLocale])];
  const found = [...new Set(locales)].filter((locale) => Object.hasOwn(byLocale, locale));
  return {extensionLocale: found[0] ?? defaultLocale ?? language, dictionaries: found.map((locale) => byLocale[locale] ?? {})};
}
