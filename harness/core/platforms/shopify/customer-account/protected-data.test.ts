import {expect, test} from '@playwright/test';
import {getNamedType, isObjectType} from 'graphql';
import type {GraphQLOutputType} from 'graphql';
import {PROTECTED_FIELDS} from '../../../../wire/protected-customer-data.ts';
import type {ProtectedCustomerData, ProtectedField} from '../../../../wire/protected-customer-data.ts';
import {createWorld} from '../../../world/world.ts';
import {publishedSchema} from '../graphql/published-schema.ts';
import {publishedVersions} from '../graphql/published/releases.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import {adaAccount} from './account-state.fixture.ts';
import {approvedAccess, protectedFieldOf} from './protected-data.ts';
import {queryCustomerAccount} from './query.ts';

/** A field of Ada or of her first order, by the approval that it needs. */
const ROWS: readonly (readonly [field: ProtectedField, query: string, path: string, isNullable: boolean])[] =
  [
    ['name', '{ customer { id firstName } }', 'customer.firstName', true],
    ['name', '{ customer { lastName } }', 'customer.lastName', true],
    ['name', '{ customer { displayName } }', 'customer.displayName', false],
    ['name', '{ customer { defaultAddress { city name } } }', 'customer.defaultAddress.name', true],
    ['email', '{ customer { emailAddress { emailAddress } } }', 'customer.emailAddress.emailAddress', true],
    ['phone', '{ customer { phoneNumber { phoneNumber } } }', 'customer.phoneNumber.phoneNumber', false],
    ['phone', '{ customer { defaultAddress { phoneNumber } } }', 'customer.defaultAddress.phoneNumber', true],
    ['address', '{ customer { defaultAddress { address1 } } }', 'customer.defaultAddress.address1', true],
    ['address', '{ customer { defaultAddress { zip } } }', 'customer.defaultAddress.zip', true],
    ['address', '{ customer { defaultAddress { formatted } } }', 'customer.defaultAddress.formatted', false],
    ['email', '{ order(id: "gid://shopify/Order/1001") { name email } }', 'order.email', true],
    [
      'address',
      '{ order(id: "gid://shopify/Order/1001") { shippingAddress { address1 } } }',
      'order.shippingAddress.address1',
      true,
    ],
  ];

for (const [field, query, path, isNullable] of ROWS) {
  const others = PROTECTED_FIELDS.filter((other) => other !== field);
  const name = path.split('.').at(-1);

  test(`refuses ${path} without approval for ${field}`, async () => {
    for (const approval of [others, []]) {
      const answer = await ask(query, approval);
      expect(answer).toMatchObject({
        errors: [
          {
            message: `This app is not approved to use the ${name} field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
            path: path.split('.'),
            extensions: {code: 'ACCESS_DENIED'},
          },
        ],
      });
      if (isNullable) expect(answer).toHaveProperty(`data.${path}`, null);
    }
  });

  test(`answers ${path} with approval for ${field}`, async () => {
    for (const approval of [[field], true] as const) {
      const answer = await ask(query, approval);
      expect(answer).not.toHaveProperty('errors');
      expect(answer).toHaveProperty(`data.${path}`, expect.anything());
    }
  });
}

test('leaves the rest of the answer as it is', async () => {
  const query = '{ customer { id firstName phoneNumber { phoneNumber } defaultAddress { address1 city } } }';
  expect(await ask(query, ['name'])).toMatchObject({
    data: {
      customer: {firstName: 'Ada', phoneNumber: null, defaultAddress: {address1: null, city: 'New York'}},
    },
    errors: [
      {path: ['customer', 'phoneNumber', 'phoneNumber']},
      {path: ['customer', 'defaultAddress', 'address1']},
    ],
  });
});

test('refuses the lines of an address with a name without approval for name', () => {
  const access = approvedAccess(['address']);
  expect(access('CustomerAddress', 'formatted', 'String', {withName: true})).toBeInstanceOf(Error);
  expect(access('CustomerAddress', 'formatted', 'String', {withName: false})).toBeNull();
  expect(
    approvedAccess(['address', 'name'])('CustomerAddress', 'formatted', 'String', {withName: true}),
  ).toBeNull();
});

test('redacts what a mutation answers, and carries it out', async () => {
  const query =
    'mutation { customerUpdate(input: {firstName: "Eve"}) { customer { firstName } userErrors { message } } }';
  const changes: object[] = [];
  expect(await ask(query, [], (change) => changes.push(change))).toMatchObject({
    data: {customerUpdate: {customer: {firstName: null}, userErrors: []}},
    errors: [{path: ['customerUpdate', 'customer', 'firstName']}],
  });
  expect(changes).toMatchObject([{firstName: 'Eve'}]);
});

for (const version of publishedVersions('customer-account')) {
  test(`refuses each query and mutation of ${version} but the shop's without approval`, async () => {
    const schema = await publishedSchema('customer-account', version);
    const access = approvedAccess(false);
    const open = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {})
        .filter((field) => access(String(type), field.name, getNamedType(field.type).name, {}) === null)
        .map(({name}) => name),
    );

    // The last two belong to a page, and have a separate refusal.
    const known = ['shop', 'addressFormSettings', 'extensionApiTokens', 'uiExtensionSessionToken'];
    const published = known.filter((name) => schema.getQueryType()?.getFields()[name] !== undefined);
    expect(open.toSorted()).toEqual(published.toSorted());
  });
}

/** Types whose names, addresses and numbers are the shop's. */
const OF_SHOPS = ['AddressFormSettings', 'PickupAddress', 'Shop'];

const IDENTIFYING =
  /^(?:firstName|lastName|displayName|recipient|address[12]|zip|latitude|longitude|formatted|formattedAddress)$|email(?:Address)?$|phone(?:Number)?$/i;

for (const version of publishedVersions('customer-account')) {
  test(`knows each field of ${version} that identifies a customer`, async () => {
    const schema = await publishedSchema('customer-account', version);

    const unknown = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type))
      .filter(({name}) => !OF_SHOPS.includes(name))
      .flatMap((type) => Object.values(type.getFields()).map((field) => ({type: type.name, field})))
      .filter(({field}) => IDENTIFYING.test(field.name) && holdsText(field.type))
      .filter(({type, field}) => protectedFieldOf(type, field.name) === undefined)
      .map(({type, field}) => `${type}.${field.name}`);

    expect(unknown).toEqual([]);
  });
}

function holdsText(type: GraphQLOutputType): boolean {
  return ['String', 'Float'].includes(getNamedType(type).name);
}

async function ask(
  query: string,
  protectedCustomerData: ProtectedCustomerData,
  changeCustomer: (change: object) => void = () => {},
): Promise<unknown> {
  const {app} = createWorld({app: {protectedCustomerData}});
  const account = adaAccount({app, changeCustomer});
  const given = {version: '2026-04', queries: queryDeps(), account: () => account};
  return JSON.parse(JSON.stringify(await queryCustomerAccount({query}, given))) as unknown;
}
