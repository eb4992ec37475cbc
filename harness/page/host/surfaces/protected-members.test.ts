import {expect, test} from '@playwright/test';
import type {Mount, PageState} from '../../../wire/control.ts';
import type {ProtectedCustomerData} from '../../../wire/protected-customer-data.ts';
import {PROTECTED_FIELDS} from '../../../wire/protected-customer-data.ts';
import type {ApiTree} from '../../../wire/sandbox.ts';
import {mountOf, stateOf} from '../host-page.fixture.ts';
import {apiOf} from './surface-api.ts';

const REGION = {countryCode: 'US'};
const {customer, order, checkout, ...rest} = stateOf('http://127.0.0.1');
const ADDRESS = {
  name: 'Ada Byron',
  firstName: 'Ada',
  lastName: 'Byron',
  company: 'Engines',
  address1: '12 Engine Street',
  address2: 'Attic',
  city: 'New York',
  zip: '10001',
  provinceCode: 'NY',
  countryCode: 'US',
  phone: '+12125550101',
};

/** The targets of all generations that show a buyer. */
const BUYERS: readonly (readonly [target: string, apiVersion: string, wire: Mount['wire']])[] = [
  ['purchase.checkout.block.render', '2026-10', 'remote-dom'],
  ['purchase.checkout.block.render', '2025-10', 'remote-dom'],
  ['purchase.thank-you.block.render', '2026-07', 'remote-dom'],
  ['purchase.checkout.block.render', '2025-07', 'remote-ui'],
  ['purchase.checkout.block.render', '2023-07', 'remote-ui'],
  ['Checkout::Dynamic::Render', '2023-04', 'remote-ui'],
  ['customer-account.order-status.block.render', '2026-10', 'remote-dom'],
  ['customer-account.order-status.block.render', '2025-10', 'remote-dom'],
  ['customer-account.order-status.block.render', '2025-07', 'remote-ui'],
];

const PATHS = [
  ['buyerIdentity.email', 'email'],
  ['buyerIdentity.phone', 'phone'],
  ['buyerIdentity.customer.email', 'email'],
  ['buyerIdentity.customer.phone', 'phone'],
  ['buyerIdentity.customer.fullName', 'name'],
  ['buyerIdentity.customer.firstName', 'name'],
  ['buyerIdentity.customer.lastName', 'name'],
  ['buyerIdentity.customer.image.altText', 'name'],
  ['buyerIdentity.customer.id', 'customer'],
  ['buyerIdentity.customer.image.url', 'customer'],
  ['shippingAddress.name', 'name'],
  ['shippingAddress.firstName', 'name'],
  ['shippingAddress.lastName', 'name'],
  ['shippingAddress.address1', 'address'],
  ['shippingAddress.address2', 'address'],
  ['shippingAddress.city', 'address'],
  ['shippingAddress.zip', 'address'],
  ['shippingAddress.provinceCode', 'address'],
  ['shippingAddress.countryCode', 'address'],
  ['shippingAddress.phone', 'phone'],
  ['shippingAddress.company', 'customer'],
] as const;

for (const [target, apiVersion, wire] of BUYERS) {
  test(`${target} of ${apiVersion} shows what the app is approved for`, () => {
    for (const approval of approvals()) {
      const api = apiOf(mountOf({target, apiVersion, wire}), stateWith(approval));
      const shown = PATHS.filter(([path]) => at(api, path) !== undefined).map(([path]) => path);
      const approved = PATHS.filter(([, field]) => isApproved(approval, field)).map(([path]) => path);
      expect(shown).toEqual(approved);
    }
  });
}

for (const [target, apiVersion, wire] of [
  ...BUYERS.filter(([, version]) => version > '2023-07'),
  ['purchase.address-autocomplete.suggest', '2026-07', 'remote-dom'],
] as const) {
  test(`${target} of ${apiVersion} has the billing address without unapproved members`, () => {
    const api = apiOf(mountOf({target, apiVersion, wire}), stateWith(['address', 'phone']));
    const {name: _name, firstName: _first, lastName: _last, ...approved} = ADDRESS;
    expect(at(api, 'billingAddress')).toEqual(approved);

    const withheld = apiOf(mountOf({target, apiVersion, wire}), stateWith(false));
    expect(at(withheld, 'billingAddress')).toBeUndefined();
  });
}

for (const [target, apiVersion] of [
  ['purchase.checkout.block.render', '2026-07'],
  ['customer-account.profile.block.render', '2026-07'],
] as const) {
  test(`${target} has the visitor's region with protected customer data`, () => {
    const region = (approval: ProtectedCustomerData): unknown =>
      at(apiOf(mountOf({target, apiVersion}), stateWith(approval)), 'customerPrivacy.region');
    expect([region(true), region([]), region(false)]).toEqual([REGION, REGION, undefined]);
  });
}

/** Values of the buyer by the approval that they need. The first letter of a name is in their picture. */
const VALUES: Readonly<Record<(typeof PROTECTED_FIELDS)[number], RegExp>> = {
  name: /\b(?:Ada|Byron)\b|%3EA%3C/,
  address: /12 Engine Street|Attic|New York|10001/,
  phone: /\+12125550101/,
  email: /ada@example\.com/,
};

for (const [target, apiVersion, wire] of BUYERS) {
  test(`${target} of ${apiVersion} shows nothing made of a field that the app is not approved for`, () => {
    for (const field of PROTECTED_FIELDS) {
      const others = PROTECTED_FIELDS.filter((other) => other !== field);
      const shown = (approval: ProtectedCustomerData): string =>
        JSON.stringify(apiOf(mountOf({target, apiVersion, wire}), stateWith(approval)));

      expect(shown(true)).toMatch(VALUES[field]);
      expect(shown(others)).not.toMatch(VALUES[field]);
    }
  });
}

/** Each field alone, all but one, and the approvals without a list. */
function approvals(): readonly ProtectedCustomerData[] {
  return [
    true,
    false,
    [],
    ...PROTECTED_FIELDS.map((field) => [field]),
    ...PROTECTED_FIELDS.map((field) => PROTECTED_FIELDS.filter((other) => other !== field)),
  ];
}

function isApproved(approval: ProtectedCustomerData, field: (typeof PATHS)[number][1]): boolean {
  if (typeof approval === 'boolean') return approval;
  return field === 'customer' || approval.includes(field);
}

function stateWith(protectedCustomerData: ProtectedCustomerData): PageState {
  if (customer === null) throw new Error('The state has no customer.');
  const addresses = {shippingAddress: ADDRESS, billingAddress: ADDRESS};

  return {
    ...rest,
    app: {...rest.app, protectedCustomerData},
    customer: {...customer, phone: '+12125550101'},
    order: {...order, ...addresses},
    checkout: {
      ...checkout,
      ...addresses,
      lines: order.lines.map((line) => ({...line, sellingPlan: null, parentId: null, components: []})),
      contact: {...checkout.contact, email: 'ada@example.com', phone: '+12125550101'},
    },
    privacy: {...rest.privacy, region: REGION},
  };
}

/** Reads a member by its path, through groups and signals. */
function at(api: ApiTree, path: string): unknown {
  let found: unknown = {members: api};
  for (const step of path.split('.')) {
    const members = isNode(found) ? (found.members ?? found.value) : found;
    found = (members as Record<string, unknown> | undefined)?.[step];
  }

  return isNode(found) ? found.value : found;
}

function isNode(found: unknown): found is {members?: unknown; value?: unknown} {
  return typeof found === 'object' && found !== null && ('members' in found || 'kind' in found);
}
