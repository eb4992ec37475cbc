import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {changedValue, expectRefusals, hostileValue} from '../../wire/bad-input.fixture.ts';
import {ArrangedAnswers} from '../platforms/shop-minis/arranged-answers.ts';
import type {ArmOptions} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {MintOptions} from './issuer.ts';
import type {SimulationOptions} from './options.ts';
import type {SimulationChange} from './simulation-change.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {TokenKind} from './token-kinds.ts';

/** Options in which each member has a value of its only type. */
const OPTIONS: SimulationOptions = {
  app: {
    name: 'Points',
    clientId: 'key',
    clientSecret: 'secret',
    previousClientSecret: 'older',
    scopes: ['read_customers'],
    protectedCustomerData: ['name'],
    tokenIssuer: 'none',
    proxyCustomerId: 'absent',
    publicStorefrontToken: 'public',
    privateStorefrontToken: 'private',
    customerAuthentication: {clientId: 'shp_1', redirectUris: ['https://a.example/cb'], reusedCode: 'refuse'},
  },
  shop: {domain: 'globex.myshopify.com', name: 'Globex', country: 'DE', currency: 'EUR', languages: ['de']},
  checkout: {layout: 'one-page', interceptOnHover: false},
  vtex: {
    account: 'globex',
    hosts: ['www.globex.com'],
    admins: {lin: {email: 'lin@example.com', fullName: 'Lin', roles: {globex: ['OMS - Read only']}}},
    appKeys: {own: {key: 'vtexappkey-globex-OWN', token: 'token', roles: ['OMS - Read only']}},
    roles: {Packer: ['View order']},
    assume: {sameSite: 'Lax', loginSeconds: 60, refreshKeepsSession: false},
  },
  minis: {
    id: 'mini',
    apiKey: 'api-key',
    otherKeys: {other: 'key'},
    tokenFormat: 'opaque',
    tokenLife: '1h',
    wrongKeyStatus: 403,
    messages: {TOKEN_EXPIRED: 'Too late'},
  },
  customer: {id: 'gid://shopify/Customer/7004', firstName: 'Cleo', acceptsMarketing: true},
  locale: 'fr',
  seed: 7,
  scope: 'one',
  origin: 'opaque',
  fetchToScriptOrigin: 'allowed',
  notices: {ignore: ['toml-key-unknown']},
  strict: ['toml-key-unknown'],
  generated: 'null',
};

/** The options with values of several types. */
const SEVERAL_TYPES = ['minis.tokenLife', 'customer', 'strict', 'app.protectedCustomerData'];

test('a simulation refuses options of a wrong type, and never fails without a name', async () => {
  await expectRefusals({
    area: 'options of createSimulation',
    inputs: changedValue(OPTIONS),
    runs: 400,
    least: 100,
    mayPass: true,
    attempt: ({value, hasOtherType, path}) => {
      const simulation = createSimulationCore(value as SimulationOptions);
      simulation.close();
      if (hasOtherType && !SEVERAL_TYPES.includes(path)) throw new Error(`${path} was accepted.`);
    },
  });
});

test('minting refuses a wrong kind and wrong options', async () => {
  const simulation = createSimulationCore({scope: 'one'});
  const given = {
    customer: 'ada',
    claims: {sub: '1'},
    case: 'exp-past-60',
    variant: 'x',
    account: 'acme',
    admin: 'grace',
    appKey: 'orders',
    sess: true,
  };
  await expectRefusals({
    area: 'mint',
    inputs: fc.tuple(
      fc.oneof(fc.constantFrom('checkout', 'vtex-admin', 'pos', 'vtex-appkey'), hostileValue),
      fc.oneof(
        changedValue(given).map(({value}) => value),
        hostileValue,
      ),
    ),
    runs: 200,
    least: 60,
    mayPass: true,
    attempt: ([kind, options]) => simulation.mint(kind as TokenKind, options as MintOptions),
  });
});

test('arm, disarm, signIn and update refuse every value of a wrong type', async () => {
  const simulation = createSimulationCore({scope: 'one'});
  const verbs: Record<string, (value: unknown) => unknown> = {
    arm: (value) => simulation.arm(value as CaseId),
    'arm with': (value) => simulation.arm('exp-past-60', value as ArmOptions),
    'arm times': (value) => simulation.arm('exp-past-60', {times: value} as ArmOptions),
    disarm: (value) => simulation.disarm(value as CaseId),
    signIn: (value) => simulation.signIn(value as null),
    update: (value) => simulation.update(value as SimulationChange),
    resolve: (value) => simulation.resolvers.add(value as string, {}),
    'resolve fields': (value) => simulation.resolvers.add('Product', value as {}),
    use: (value) => simulation.use(value as never),
    answer: (value) => new ArrangedAnswers().add(value as never, value as never),
    'answer times': (value) =>
      new ArrangedAnswers().add('userTokenVerify', 'TOKEN_EXPIRED', {times: value as number}),
  };
  await expectRefusals({
    area: 'arm, disarm, signIn, update, resolve, use',
    inputs: fc.tuple(fc.constantFrom(...Object.keys(verbs)), hostileValue),
    runs: 500,
    least: 100,
    mayPass: true,
    attempt: ([verb, value]) => verbs[verb]?.(value),
  });
});
