import {expect, test} from '@playwright/test';
import {jwtVerify} from 'jose';
import {createWorld} from '../world/world.ts';
import {ArmedCases} from './armed-cases.ts';
import type {CaseId} from './case-id.ts';
import {CASE_GROUPS, CASE_IDS, caseOf, groupOf} from './catalogue.ts';
import type {CaseGroup} from './catalogue.ts';
import {notApplicable} from './not-applicable.ts';
import {appliesTo, expectationOf} from './expectations.ts';
import {PROFILES} from './profile-groups.ts';
import {keysOf, runsOf} from './runs.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');

test('every case says what happens and where that is known from', () => {
  const faulty = CASE_IDS.filter((id) => {
    const {title, source, fix} = caseOf(id);
    return !/^[a-z].*[^.]$/.test(title) || source === '' || !/^[A-Z].*[.]$/.test(fix);
  });
  expect(faulty).toEqual([]);
});

test('the catalogue has more than two hundred cases, each in one group, and no two rows of a group share a name', () => {
  const rows = Object.values(CASE_GROUPS).flatMap((group) => Object.keys(group));
  expect(rows).toHaveLength(CASE_IDS.length);
  expect(rows.length).toBeGreaterThan(200);
  expect(CASE_IDS.filter((id) => !(id in CASE_GROUPS[groupOf(id)]))).toEqual([]);
});

test('no two cases say the same', () => {
  const said = CASE_IDS.map((id) => caseOf(id).title);
  expect(said.filter((says, index) => said.indexOf(says) !== index)).toEqual([]);
});

test('an unknown case is refused with the nearest id', () => {
  expect(() => caseOf('exp-past-6' as CaseId)).toThrow(
    'Unknown case "exp-past-6".\nDid you mean "exp-past-60"?',
  );
  expect(() => new ArmedCases().arm('toString' as CaseId)).toThrow('Unknown case "toString"');
});

test('an armed case is taken once, in the order of arming, by its own mechanism', () => {
  const armed = new ArmedCases();
  armed.arm('host-reject');
  armed.arm('key-wrong');
  armed.arm('exp-past-60');
  const taken = (at: 'token' | 'host'): string | undefined => armed.take(at)?.id;
  expect([taken('token'), taken('token'), taken('token')]).toEqual(['key-wrong', 'exp-past-60', undefined]);
  expect([taken('host'), taken('host')]).toEqual(['host-reject', undefined]);
  expect(armed.undelivered()).toEqual([]);
});

test('times counts deliveries, and what is left is undelivered', () => {
  const armed = new ArmedCases();
  armed.arm('aud-wrong', {times: 3});
  armed.take('token');
  expect(armed.undelivered()).toEqual([{id: 'aud-wrong', times: 3, delivered: 1}]);
});

test('an endless case lasts until it is disarmed', () => {
  const armed = new ArmedCases();
  armed.arm('aud-wrong', {times: Infinity});
  expect(armed.undelivered()).toHaveLength(1);
  for (let nth = 0; nth < 5; nth++)
    expect(armed.take('token')).toEqual({id: 'aud-wrong', nth, times: Infinity});
  expect(armed.undelivered()).toEqual([]);
  armed.disarm('aud-wrong');
  expect(armed.take('token')).toBeNull();
  expect(() => armed.disarm('aud-wrong')).toThrow('Case "aud-wrong" is not armed');
});

test('each delivery is reported when it happens, and again with each request that it reaches', () => {
  const reported: unknown[] = [];
  const armed = new ArmedCases((delivery) => reported.push(delivery));
  armed.arm('aud-wrong', {times: 2});

  armed.take('host');
  const first = armed.take('token');
  if (first === null) throw new Error('The case was not taken.');
  armed.reached(first, 6);
  armed.reached(first, 7);
  armed.take('token');

  expect(reported).toEqual([
    {id: 'aud-wrong', nth: 0, times: 2, request: null},
    {id: 'aud-wrong', nth: 0, times: 2, request: 6},
    {id: 'aud-wrong', nth: 0, times: 2, request: 7},
    {id: 'aud-wrong', nth: 1, times: 2, request: null},
  ]);
});

for (const times of [0, -1, 1.5, NaN]) {
  test(`refuses to arm a case ${times} times`, () =>
    expect(() => new ArmedCases().arm('aud-wrong', {times})).toThrow('cannot be armed'));
}

test('sid is not asked for by every backend; VTEX tokens are read from both names; a shopper opens no route of admins', () => {
  expect(expectationOf(caseOf('sid-missing'), 'admin')?.verdict).toBe('either');
  expect(expectationOf(caseOf('surf-vtex-cookie-name'), 'vtex')?.verdict).toBe('accept');
  const {title, expects} = caseOf('surf-vtex-admin-vs-shopper');
  expect(title).toBe("a shopper's token is sent to a route for admins");
  expect(expects).toBeUndefined();
});

test('a token that is sent again after its time was good for the strictest backend first, and is over for the laxest then', async () => {
  const world = createWorld({app: {clientId: 'key', clientSecret: 'secret'}});
  const template = {method: 'GET', query: [], headers: [], body: null};
  const options = {world, template, now: () => NOON, jti: async () => 'jti'};
  const [run] = await runsOf('life-replay-after-expiry', 'checkout', options);
  const [first, again] = run?.steps ?? [];

  expect(first?.expects?.verdict).toBe('accept');
  expect(again?.request).toMatchObject({...first?.request});
  expect(again?.request.control).toEqual({
    ...first?.request,
    headers: [['Authorization', `Bearer ${run?.tokens[1]}`]],
  });

  const takes = (seconds: number, clockTolerance: number): Promise<boolean> =>
    jwtVerify(run?.tokens[0] ?? '', new TextEncoder().encode('secret'), {
      clockTolerance,
      currentDate: new Date(NOON + seconds * 1000),
    }).then(
      () => true,
      () => false,
    );

  expect(await takes(2, 0)).toBe(true);
  expect(await takes(again?.after ?? 0, 10)).toBe(false);
});

for (const profile of PROFILES) {
  test(`${profile}: each variant of each case gives its requests, and they take the time that its row tells`, async () => {
    const world = createWorld({app: {clientId: 'key', clientSecret: 'secret'}});
    const keys = keysOf({world});
    let count = 0;
    const made: {id: CaseId; steps: number; waits: number}[] = [];
    const tokens = new Set<string>();
    const forgerServer = 'http://127.0.0.1:4000';
    const applicable = CASE_IDS.filter((id) => notApplicable(id, profile, {forgerServer}) === null);

    for (const id of applicable) {
      const runs = await runsOf(id, profile, {
        world,
        keys,
        forgerServer,
        now: () => NOON,
        jti: async () => `jti-${count++}`,
        template: {method: 'GET', query: [], headers: [['Accept', '*/*']], body: null},
      });
      for (const {steps, tokens: carried} of runs) {
        made.push({id, steps: steps.length, waits: steps.reduce((sum, {after = 0}) => sum + after, 0)});
        for (const token of carried) tokens.add(token);
      }
    }

    expect([...new Set(made.map(({id}) => id))]).toEqual(applicable);
    expect(made.filter(({steps}) => steps === 0)).toEqual([]);
    expect(made.filter(({id, waits}) => waits !== (caseOf(id).waitSeconds ?? 0))).toEqual([]);
    expect(tokens.size).toBeGreaterThan(0);
  });
}

test('the prefix of an id leads to one group', () => {
  const groupsByPrefix = new Map<string, CaseGroup>();
  for (const id of CASE_IDS) {
    const prefix = id.slice(0, id.indexOf('-') + 1) || id;
    const group = groupsByPrefix.get(prefix) ?? groupOf(id);
    groupsByPrefix.set(prefix, group);
    expect(groupOf(id), id).toBe(group);
  }
});

test('a profile without a case has a reason, and a case presupposes cases of the same profiles', () => {
  const unreasoned = CASE_IDS.filter((id) => Object.values(caseOf(id).expects ?? {}).includes(''));
  expect(unreasoned).toEqual([]);

  for (const id of CASE_IDS) {
    for (const presupposed of caseOf(id).presupposes ?? []) {
      const missing = PROFILES.filter(
        (profile) => appliesTo(caseOf(id), profile) && !appliesTo(caseOf(presupposed), profile),
      );
      expect(missing, `${id} presupposes ${presupposed}`).toEqual([]);
    }
  }
});

test('each profile has its own reason where its group gives one', () => {
  expect(notApplicable('nbf-future-60', 'post-purchase')).toBe('these tokens have no nbf');
  expect(notApplicable('nbf-future-60', 'shop-minis')).toBe(
    'only the platform signs these tokens, and the backend asks the platform',
  );
  expect(notApplicable('http-bearer', 'post-purchase')).toBeNull();
});
