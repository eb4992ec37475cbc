import type {CustomerPrivacy, VisitorConsentChange} from '../wire/account.ts';
import type {Shop} from './shop.ts';

/** Nobody has been asked yet, and the merchant asks nobody. */
export function initialPrivacy(shop: Shop): CustomerPrivacy {
  return {
    allowedProcessing: {analytics: true, marketing: true, preferences: true, saleOfData: true},
    metafields: [],
    visitorConsent: {},
    shouldShowBanner: false,
    saleOfDataRegion: false,
    region: {countryCode: shop.country},
  };
}

/** What follows from a visitor's choice: what they refuse is not processed. For the sale of data `true` is the refusal. */
export function withConsent(privacy: CustomerPrivacy, {metafields = [], ...change}: VisitorConsentChange): CustomerPrivacy {
  const changed = new Map(privacy.metafields.map(({key, value}) => [key, value]));
  for (const {key, value} of metafields) {
    if (value === null) changed.delete(key);
    else changed.set(key, value);
  }
  const {analytics, marketing, preferences, saleOfData} = change;
  const granted = defined({analytics, marketing, preferences});
  return {
    ...privacy,
    visitorConsent: {...privacy.visitorConsent, ...granted, ...defined({saleOfData})},
    allowedProcessing: {...privacy.allowedProcessing, ...granted, ...(saleOfData === undefined ? {} : {saleOfData: !saleOfData})},
    metafields: [...changed].map(([key, value]) => ({key, value})),
    shouldShowBanner: false,
  };
}

function defined<Key extends string>(values: Readonly<Record<Key, boolean | undefined>>): {readonly [Each in Key]?: boolean} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {readonly [Each in Key]?: boolean};
}
