import type {AdminPart} from '../admin-part.ts';
import {resolveApiVersions} from './api-versions.ts';
import {resolveShop, resolveShopLocales} from './shop.ts';

/** The shop, its languages, and the versions of the API. */
export const SHOP: AdminPart = {
  sdl: `
    extend type QueryRoot {
      shop: Shop!
      shopLocales(published: Boolean = false): [ShopLocale!]!
      publicApiVersions: [ApiVersion!]!
    }

    type Shop implements Node {
      alerts: [ShopAlert!]!
      billingAddress: ShopAddress!
      shopAddress: ShopAddress!
      checkoutApiSupported: Boolean!
      contactEmail: String!
      countriesInShippingZones: CountriesInShippingZones!
      createdAt: DateTime!
      currencyCode: CurrencyCode!
      currencyFormats: CurrencyFormats!
      description: String
      email: String!
      enabledPresentmentCurrencies: [CurrencyCode!]!
      entitlements: EntitlementsType!
      features: ShopFeatures!
      ianaTimezone: String!
      id: ID!
      marketingSmsConsentEnabledAtCheckout: Boolean!
      myshopifyDomain: String!
      name: String!
      orderNumberFormatPrefix: String!
      orderNumberFormatSuffix: String!
      plan: ShopPlan!
      primaryDomain: Domain!
      richTextEditorUrl: URL!
      setupRequired: Boolean!
      shipsToCountries: [CountryCode!]!
      shopOwnerName: String!
      taxShipping: Boolean!
      taxesIncluded: Boolean!
      timezoneAbbreviation: String!
      timezoneOffset: String!
      timezoneOffsetMinutes: Int!
      transactionalSmsDisabled: Boolean!
      unitSystem: UnitSystem!
      updatedAt: DateTime!
      url: URL!
      weightUnit: WeightUnit!
    }

    type ShopAlert {
      description: String!
    }

    type ShopAddress implements Node {
      address1: String
      address2: String
      city: String
      company: String
      coordinatesValidated: Boolean!
      country: String
      countryCodeV2: CountryCode
      formatted(withCompany: Boolean = true, withName: Boolean = false): [String!]!
      formattedArea: String
      id: ID!
      latitude: Float
      longitude: Float
      phone: String
      province: String
      provinceCode: String
      zip: String
    }

    type CountriesInShippingZones {
      countryCodes: [CountryCode!]!
      includeRestOfWorld: Boolean!
    }

    type CurrencyFormats {
      moneyFormat: FormattedString!
      moneyInEmailsFormat: String!
      moneyWithCurrencyFormat: FormattedString!
      moneyWithCurrencyInEmailsFormat: String!
    }

    type EntitlementsType {
      markets: MarketsEntitlement!
    }

    type MarketsEntitlement {
      enabled: Boolean!
    }

    type ShopFeatures {
      avalaraAvatax: Boolean!
      branding: ShopBranding!
      captcha: Boolean!
      giftCards: Boolean!
      legacySubscriptionGatewayEnabled: Boolean!
      reports: Boolean!
      sellsSubscriptions: Boolean!
      storefront: Boolean!
    }

    enum ShopBranding {
      ROGERS
      SHOPIFY
      SHOPIFY_GOLD
      SHOPIFY_PLUS
    }

    type ShopPlan {
      displayName: String! @deprecated
      partnerDevelopment: Boolean!
      publicDisplayName: String!
      shopifyPlus: Boolean!
    }

    type Domain implements Node {
      host: String!
      id: ID!
      sslEnabled: Boolean!
      url: URL!
    }

    enum UnitSystem {
      IMPERIAL_SYSTEM
      METRIC_SYSTEM
    }

    enum WeightUnit {
      GRAMS
      KILOGRAMS
      OUNCES
      POUNDS
    }

    type ShopLocale {
      locale: String!
      name: String!
      primary: Boolean!
      published: Boolean!
    }

    type ApiVersion {
      displayName: String!
      handle: String!
      supported: Boolean!
    }
  `,
  root: (state) => ({
    shop: () => resolveShop(state),
    shopLocales: () => resolveShopLocales(state),
    publicApiVersions: () => resolveApiVersions(state.now()),
  }),
  node: (id, state) => (id === state.shop.id ? resolveShop(state) : null),
};
