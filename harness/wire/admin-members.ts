/** The members of the API of each target of the admin, by API version (`surfaces/admin/api` of `@shopify/ui-extensions`). */
import {ADMIN_TARGETS, type AdminGroupName, type AdminTarget} from './admin-targets.ts';

/** Members by name, with the first API version that has them. */
type MemberVersions = Readonly<Record<string, string>>;

const ALWAYS = '2023-10';

const STANDARD: MemberVersions = {
  auth: '2024-10',
  extension: ALWAYS,
  i18n: ALWAYS,
  intents: ALWAYS,
  query: ALWAYS,
  storage: '2025-10',
};

const ACTION: MemberVersions = {close: ALWAYS, data: ALWAYS, ...pickersSince('2025-01')};
const PRINT: MemberVersions = {data: ALWAYS, ...pickersSince('2025-01')};
const CONFIGURATION: MemberVersions = {data: ALWAYS, navigation: '2025-04', ...pickersSince('2025-04')};
const SEGMENTS: MemberVersions = {__enabledFeatures: ALWAYS};

/** The members of each group beyond those of every target. */
const OF_GROUP: Readonly<Record<AdminGroupName, MemberVersions>> = {
  action: ACTION,
  'app-home': {app: '2026-07', loading: '2026-07', toast: '2026-07', tools: '2026-07'},
  block: {data: ALWAYS, navigation: ALWAYS, resourcePicker: '2024-07', picker: '2025-01'},
  'discount-settings': {
    applyMetafieldChange: '2025-01',
    data: '2025-01',
    discounts: '2026-01',
    navigation: '2025-04',
    ...pickersSince('2025-04'),
  },
  intent: {tools: '2026-04', ...pickersSince('2026-04')},
  'order-routing': {applyMetafieldsChange: '2024-01', data: '2024-01', ...pickersSince('2026-01')},
  print: PRINT,
  'product-configuration': CONFIGURATION,
  'purchase-options': ACTION,
  'segment-cards': SEGMENTS,
  'segment-templates': SEGMENTS,
  'selection-action': ACTION,
  'selection-print': PRINT,
  'should-render': {data: ALWAYS},
  tools: {tools: '2026-01'},
  validation: {applyMetafieldChange: '2024-04', data: '2024-04', ...pickersSince('2026-01')},
  'variant-configuration': CONFIGURATION,
};

/** The last API version in which every target has `navigation`. */
const LAST_WITH_NAVIGATION = '2024-01';

/** Returns the names of the members that a target has in an API version. */
export function adminMembersOf(target: AdminTarget, apiVersion: string): ReadonlySet<string> {
  const group: AdminGroupName = ADMIN_TARGETS[target];
  const members = Object.entries({...STANDARD, ...OF_GROUP[group]})
    .filter(([, since]) => since <= apiVersion)
    .map(([name]) => name);

  return new Set(apiVersion <= LAST_WITH_NAVIGATION ? [...members, 'navigation'] : members);
}

function pickersSince(version: string): MemberVersions {
  return {picker: version, resourcePicker: version};
}
