import {isRecord} from '../../records.ts';
import type {ConsentPurpose, CustomerPrivacy, VisitorConsentChange} from '../../wire/account.ts';
import type {ChangeResult} from '../../wire/change-members.ts';
import {adviceOnMissing, type Granted} from '../../wire/capabilities.ts';
import {isCustomerDataApproved, type ProtectedCustomerData} from '../../wire/protected-customer-data.ts';
import {unknownType} from './change-result.ts';
import type {Shop} from './shop.ts';

/** Creates the state before any consent: no buyer has been asked, and the merchant shows no banner. */
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

/** The requirements for an extension to collect consent. */
export interface ConsentRights extends Granted {
  readonly protectedCustomerData: ProtectedCustomerData;
}

/** Carries out `applyTrackingConsentChange`; what is refused leaves everything as it was. */
export function changeConsent(
  privacy: CustomerPrivacy,
  change: unknown,
  rights: ConsentRights,
): {readonly privacy: CustomerPrivacy; readonly result: ChangeResult} {
  const message = refusalOf(rights) ?? defectOf(change);
  if (message !== null) return {privacy, result: {type: 'error', message}};
  return {privacy: withConsent(privacy, change as VisitorConsentChange), result: {type: 'success'}};
}

function refusalOf(rights: ConsentRights): string | null {
  if (!rights.capabilities.includes(CONSENT))
    return `The extension may not collect consent. ${adviceOnMissing(CONSENT, rights)}`;
  return isCustomerDataApproved(rights.protectedCustomerData)
    ? null
    : 'The app has no access to protected customer data.';
}

const CONSENT = 'collect_buyer_consent.customer_privacy';

/** Returns the fault that keeps a value from being a `VisitorConsentChange`, or null. */
function defectOf(change: unknown): string | null {
  const {type, metafields, ...consent} = isRecord(change) ? change : {};
  if (type !== 'changeVisitorConsent') return unknownType(type, ['changeVisitorConsent']);

  const odd = PURPOSES.find(
    (purpose) => consent[purpose] !== undefined && typeof consent[purpose] !== 'boolean',
  );
  if (odd !== undefined) return `${odd} is neither true nor false.`;

  const good = metafields === undefined || (Array.isArray(metafields) && metafields.every(isMetafield));
  return good ? null : 'metafields is not a list of {key, value} with strings, or null to remove a value.';
}

const PURPOSES: readonly ConsentPurpose[] = ['analytics', 'marketing', 'preferences', 'saleOfData'];

function isMetafield(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['key'] === 'string' &&
    (typeof value['value'] === 'string' || value['value'] === null)
  );
}

/**
 * Returns the allowed processing: everything that the visitor does not refuse. For the sale of data `true` is
 * the refusal.
 */
function withConsent(
  privacy: CustomerPrivacy,
  {metafields = [], ...change}: VisitorConsentChange,
): CustomerPrivacy {
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
    allowedProcessing: {
      ...privacy.allowedProcessing,
      ...granted,
      ...(saleOfData === undefined ? {} : {saleOfData: !saleOfData}),
    },
    metafields: [...changed].map(([key, value]) => ({key, value})),
    shouldShowBanner: false,
  };
}

function defined<Key extends string>(
  values: Readonly<Record<Key, boolean | undefined>>,
): {readonly [Each in Key]?: boolean} {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [Each in Key]?: boolean;
  };
}
