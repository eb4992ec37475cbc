import {execFileSync} from 'node:child_process';
import {expect, test} from '@playwright/test';
import {Clock} from '../../clock.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {SimulationOptions} from '../../core/simulation/options.ts';
import {recipeOf} from '../../core/simulation/token-kinds.ts';
import type {TokenKind} from '../../core/simulation/token-kinds.ts';
import {decodeClaims} from '../../core/tokens/jws.ts';
import type {Claims} from '../../core/tokens/jws.ts';
import {PEOPLE} from '../../core/world/people.ts';
import {tokenOf} from '../../cli/token.ts';
import {tokenCommand} from './copied-token.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');
const NOW = NOON / 1000;

interface Row {
  readonly title: string;
  /** Changes of the claims of a good token; undefined leaves a claim out. */
  readonly changes: Claims;
  readonly kind?: TokenKind;
  readonly customer?: 'ada' | 'bea' | null;
  readonly world?: SimulationOptions;
}

const ROWS: readonly Row[] = [
  {title: 'an array', changes: {aud: ['key', 'other', null, 1]}},
  {title: 'an empty array and an empty object', changes: {aud: [], roles: {}}},
  {title: 'nested objects', changes: {act: {sub: {id: ['a', {b: null}]}, '': 1}}},
  {title: 'a number as a string', changes: {level: '3', dest: '12'}},
  {title: 'a time as a string', changes: {exp: String(NOW + 300)}},
  {title: 'times as strings', changes: {exp: String(NOW + 300), iat: String(NOW), nbf: String(NOW)}},
  {title: 'null', changes: {dest: null, aud: null, extra: null}},
  {title: 'times that are null', changes: {exp: null, iat: null, nbf: null}},
  {title: 'booleans', changes: {aud: false, admin: true}},
  {title: 'large and small numbers', changes: {big: 1e21, small: -1.5e-7, negative: -5}},
  {title: 'unicode', changes: {dest: 'Änne 日本 👩‍🚀\u2028', 'näme-日本': 1}},
  {title: 'half of a character', changes: {dest: '\uD800', 'a\uDC00': 1}},
  {title: 'quotes and backslashes', changes: {dest: `it's "so" \\ \\n \``, '"quoted"': 1, "it's": 2, '"': 3}},
  {
    title: 'words of the shell',
    changes: {dest: '$HOME $(id) `id` ${NOW} !! ~ * ; & |', aud: '"exp=$((NOW+1))"'},
  },
  {title: 'line breaks and control characters', changes: {dest: 'a\nb\r\n\t\0\u001b', 'a\nb': 1}},
  {title: 'values with a dash at the start', changes: {dest: '-x', aud: '--customer', level: -1}},
  {title: 'names with a dash at the start', changes: {'-x': 1, '--claim': 2}},
  {title: 'names with an equals sign', changes: {'a=b': 1, '=': 2, '"a"=': 3}},
  {title: 'an empty name, and spaces', changes: {'': 1, ' ': 2, 'a b': 3}},
  {title: 'names that objects have', changes: {constructor: 1, toString: 'x', hasOwnProperty: null}},
  {title: 'empty strings', changes: {dest: '', aud: '', jti: ''}},
  {title: 'an id that is not a string', changes: {jti: 7}},
  {title: 'no id', changes: {jti: undefined}},
  {title: 'an id that is not usual', kind: 'post-purchase', changes: {jti: 'x'}},
  {title: 'a subject that is a number', changes: {sub: 7001}},
  {title: 'a subject that is null', changes: {sub: null}},
  {title: 'a subject that is not the id of a customer', changes: {sub: '-7001'}},
  {title: 'a subject with the number 0', changes: {sub: 'gid://shopify/Customer/0'}},
  {title: 'another customer', changes: {sub: 'gid://shopify/Customer/42'}},
  {title: 'an empty subject', changes: {sub: ''}},
  {title: 'a staff token without a subject', kind: 'admin', changes: {sub: undefined}},
  {title: 'a staff token of another member', kind: 'pos', changes: {sub: '-1'}},
  {title: 'times with a fraction', changes: {exp: NOW + 60.5, iat: NOW - 0.25, nbf: NOW - 1.75}},
  {title: 'times in milliseconds', changes: {exp: NOON + 300_000, iat: NOON, nbf: NOON}},
  {title: 'times at 0, below 0 and without end', changes: {iat: 0, nbf: -1, exp: 9_007_199_254_740_991}},
  {title: 'times of a clock that is ahead', changes: {iat: NOW + 60, nbf: NOW + 60, exp: NOW + 360}},
  {title: 'times that are over', changes: {iat: NOW - 400, nbf: NOW - 400, exp: NOW - 100}},
  {title: 'an nbf that is not usual', kind: 'post-purchase', changes: {nbf: NOW - 5}},
  {title: 'no times', changes: {exp: undefined, iat: undefined, nbf: undefined}},
  {title: 'a guest', customer: null, changes: {}},
  {title: 'a guest with a subject', customer: null, changes: {sub: 'gid://shopify/Customer/7001'}},
  {title: 'Bea', customer: 'bea', changes: {level: 1}},
  {title: 'Bea in Shop', customer: 'bea', kind: 'shop-minis', changes: {}},
  {title: 'a guest in Shop', customer: null, kind: 'shop-minis', changes: {}},
  {title: 'another user of Shop', kind: 'shop-minis', changes: {sub: 'shop-user-9'}},
  {title: 'another Mini', kind: 'shop-minis', changes: {}, world: {minis: {id: 'gid://shopify/Mini/9'}}},
  {title: 'a purchase', kind: 'post-purchase', customer: 'bea', changes: {sub: 'a-reference'}},
  {
    title: 'a shopper of another account',
    kind: 'vtex-shopper',
    changes: {},
    world: {vtex: {account: 'mystore'}},
  },
  {title: 'a shopper of the world', kind: 'vtex-shopper', customer: 'bea', changes: {isRepresentative: 'no'}},
  {title: 'an unknown shopper', kind: 'vtex-shopper', changes: {sub: '-eve@example.com', userId: null}},
  {
    title: 'an admin without a session',
    kind: 'vtex-admin',
    changes: {sess: undefined, sub: 'mary@example.com'},
  },
  {title: 'an app key', kind: 'vtex-appkey', changes: {sub: 'vtexappkey-acme-X', audience: ['admin']}},
  {
    title: 'another shop',
    changes: {},
    world: {shop: {domain: 'other.myshopify.com', id: 'gid://shopify/Shop/9'}},
  },
  {title: 'a client id with a dash at the start', changes: {}, world: {app: {clientId: '-key'}}},
];

const COPIES = ROWS.map(({title, changes, kind = 'checkout', customer = 'ada', world: options = {}}) => {
  const {world} = createSimulationCore(options);
  const person = customer === null ? null : PEOPLE[customer];
  const good = recipeOf(kind).draft({world, customer: person, now: NOON, jti: 'an-id', sess: 'a-session'});
  const claims = JSON.parse(JSON.stringify({...good.claims, ...changes})) as Claims;
  return {title, kind, claims, command: tokenCommand(kind, {token: claims, case: null, at: NOON}, world)};
});

/** Lets a shell split the commands into words, in place of npx. */
function wordsOf(shell: string): readonly (readonly string[])[] {
  const script = [
    `date() { echo ${NOW}; }`,
    `npx() { shift; printf '%s\\0' "$#" "$@"; }`,
    ...COPIES.map(({command}) => command),
  ];
  const [...words] = execFileSync(shell, ['-c', script.join('\n')], {encoding: 'utf8'}).split('\0');

  return COPIES.map(() => words.splice(0, Number(words.shift())));
}

for (const shell of ['sh', 'bash']) {
  test(`a copied command mints the same claims, as ${shell} reads it`, async () => {
    const words = wordsOf(shell);
    for (const [index, {title, claims}] of COPIES.entries()) {
      const [name, ...args] = words[index] ?? [];
      expect(name, title).toBe('token');

      const clock = new Clock();
      clock.freeze(NOON);
      const minted = decodeClaims(await tokenOf(args, clock)) ?? {};
      expect(withoutId(minted), title).toEqual(withoutId(claims));
    }
  });
}

test('a case keeps the customer, and a token that cannot be read is about Ada', () => {
  const {world} = createSimulationCore();
  const {claims} = recipeOf('checkout').draft({world, customer: PEOPLE.bea, now: NOON, jti: 'x'});
  const copy = (token: Claims | null): string =>
    tokenCommand('checkout', {token, case: 'key-wrong', at: NOON}, world);
  expect(copy(claims)).toBe('npx simhost token checkout --customer bea --case key-wrong\n');
  expect(copy(null)).toBe('npx simhost token checkout --case key-wrong\n');
});

/** Each token has a different id. */
function withoutId({jti, ...claims}: Claims): Claims {
  return typeof jti === 'string' && jti !== '' ? {...claims, jti: 'an-id'} : {...claims, jti};
}
