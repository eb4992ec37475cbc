import {expect, test} from '@playwright/test';
import type {JournalEntry} from '../../wire/journal.ts';
import {Journal} from './journal.ts';
import {requestDetail} from './request-detail.ts';
import {deviationsFrom, situationOf} from './situation.ts';
import {type SimulationCore, createSimulationCore} from './simulation-core.ts';

const POINTS = {method: 'GET', url: 'https://loyalty.example.com/api/points', at: 0};

test('requests and changes of the situation are in one order, and a request keeps its number', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);
  const seen: JournalEntry[] = [];
  journal.onEntry((entry) => seen.push(entry));

  const first = simulation.requests.add(POINTS);
  simulation.clock.advance('6m');
  simulation.arm('key-wrong');
  simulation.signIn('bea');
  simulation.update({locale: 'fr'});
  simulation.requests.update(first, {outcome: 'backend', status: 200, duration: 12});
  simulation.disarm('key-wrong');
  simulation.signOut();

  expect(journal.since(0).map(describe)).toEqual([
    '1 GET 200',
    '2 Clock moved on by 6 m',
    '3 Armed key-wrong',
    '4 Bea Byron signed in',
    '5 Language changed to fr',
    '6 Disarmed key-wrong',
    '7 Signed out',
  ]);
  expect(seen.filter(({n}) => n === 1)).toHaveLength(2);
  expect(journal.since(5).map(({n}) => n)).toEqual([6, 7]);
});

test('the clock is described by its moves', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);
  simulation.clock.advance('-90s');
  simulation.clock.freeze();
  simulation.clock.advance('1h30m');
  simulation.clock.resume();
  simulation.clock.advance(-simulation.clock.state.offset);

  expect(journal.since(0).map(describe)).toEqual([
    '1 Clock moved back by 90 s',
    '2 Clock stopped',
    '3 Clock moved on by 1 h 30 m',
    '4 Clock runs again',
    '5 Clock shows real time',
  ]);
});

test('calls, logs and errors are numbered with the rest', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);
  simulation.events.calls.notify({handle: 'loyalty', target: 't', member: 'toast.show', args: ['Shared']});
  simulation.events.logs.notify({
    handle: 'loyalty',
    level: 'warn',
    text: 'No points',
    source: 'src/a.js:1:2',
  });
  simulation.events.errors.notify({handle: 'loyalty', target: 't', error: new TypeError('no'), source: null});

  expect(journal.since(0)).toMatchObject([
    {n: 1, kind: 'call', member: 'toast.show', args: '["Shared"]'},
    {n: 2, kind: 'log', level: 'warn', source: 'src/a.js:1:2'},
    {n: 3, kind: 'error', text: 'TypeError: no'},
  ]);
});

test('only the newest 2,000 entries are kept, and an old request that ends stays gone', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);
  const first = simulation.requests.add(POINTS);
  for (let count = 0; count < 2100; count++) journal.note('start', String(count));
  simulation.requests.update(first, {outcome: 'backend', status: 200, duration: 12});

  const kept = journal.since(0);
  expect(kept).toHaveLength(2000);
  expect(kept.at(0)?.n).toBe(102);
  expect(kept.at(-1)?.n).toBe(2101);
});

test('a request is explained in words, with the token of an earlier one and the retry after it', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);
  const token = tokenOf(simulation);
  const answered = {outcome: 'backend', duration: 12, token, preflight: 'allowed', origin: 'null'} as const;

  simulation.requests.add({...POINTS, ...answered, at: 100_000, status: 200});
  simulation.requests.add({
    ...POINTS,
    ...answered,
    at: 469_000,
    status: 401,
    problem: {
      headline: '401 from https://loyalty.example.com/api/points',
      cause: 'the token had expired 69 s before',
      turn: 'extension',
      fix: 'Ask for a token before each request, and keep none.',
    },
  });
  simulation.requests.add({
    ...POINTS,
    ...answered,
    at: 469_500,
    token: {...token, jti: 'other'},
    status: 200,
  });

  const others = journal.since(0).filter((entry) => entry.kind === 'request');
  const [, entry] = others;
  const request = journal.requestOf(2);
  if (entry === undefined || request === undefined) throw new Error('The journal lacks the request.');

  expect(entry).toMatchObject({
    mood: 'problem',
    sentence: 'The token had expired 69 s before',
    token: 1,
    who: 'Ada',
  });
  const detail = requestDetail({request, entry, others, world: simulation.world, canResend: true});
  expect(detail.headline).toBe('The token had expired 69 s before.');
  expect(detail.turn).toEqual({
    who: 'the extension',
    source: null,
    fix: 'Ask for a token before each request, and keep none.',
  });
  expect(detail.way.map(({name, state}) => `${name} ${state}`)).toEqual([
    'Sent ok',
    'Preflight ok',
    'Token bad',
    'Backend ok',
    'Page ok',
  ]);
  expect(detail.token?.claims.find(({name}) => name === 'exp')).toMatchObject({
    meaning: 'expired 69 s before',
    state: 'bad',
  });
  expect(detail.token?.claims.find(({name}) => name === 'jti')).toMatchObject({meaning: 'sent 2 times'});
  expect(detail.related).toEqual([
    {text: 'Sent again, answered 200', n: 3},
    {text: 'Same token, sent before', n: 1},
  ]);
});

test('a preflight is a step of its request, unless its host is unknown', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);
  const preflight = {...POINTS, method: 'OPTIONS'};
  const allowed = simulation.requests.add(preflight);
  const refused = simulation.requests.add(preflight);
  simulation.requests.add(POINTS);
  simulation.requests.update(allowed, {outcome: 'backend', status: 204, duration: 3});
  simulation.requests.update(refused, {outcome: 'refused', status: null, duration: 1});

  expect(journal.since(0).map(describe)).toEqual(['1 GET ···', '2 OPTIONS none']);
});

test('the right answer to a case does not count as a problem', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);
  simulation.requests.add({
    ...POINTS,
    outcome: 'backend',
    status: 401,
    duration: 9,
    token: tokenOf(simulation),
    case: 'key-wrong',
    problem: {headline: '401', cause: 'signed by another app (case key-wrong)', turn: 'nobody', fix: null},
  });

  expect(journal.since(0)).toMatchObject([{mood: 'right', sentence: 'Right answer to key-wrong'}]);
});

test('everything that differs from the start is listed, until it is undone', () => {
  const simulation = createSimulationCore();
  const start = read(simulation);
  simulation.clock.advance('6m');
  simulation.arm('key-wrong');
  simulation.signIn(null);
  simulation.update({locale: 'fr'});

  const texts = deviationsFrom(start, read(simulation)).map(({text}) => text);
  expect(texts).toEqual([
    'the clock is 6 m ahead',
    'key-wrong is armed',
    'nobody is signed in',
    'the language is fr',
  ]);

  simulation.clock.advance('-6m');
  simulation.disarm('key-wrong');
  simulation.signIn('ada');
  simulation.update({locale: 'en'});
  expect(deviationsFrom(start, read(simulation))).toEqual([]);
});

test('a clock that differs from the others is a change and a deviation, also if it follows the page', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);
  const start = read(simulation);

  simulation.clock.skew({browser: '30s'});
  simulation.clock.skew({platform: 0, backend: '-6m'});
  const texts = (): readonly string[] => deviationsFrom(start, read(simulation)).map(({text}) => text);
  expect(texts()).toEqual(['the clock of the page is 30 s ahead', 'the clock of the backend is 6 m behind']);

  simulation.clock.skew({platform: '60s', backend: 0});
  expect(texts()).toEqual(['the clock of the page is 30 s ahead', 'the clock of the platform is 1 m ahead']);
  expect(journal.since(0).map((entry) => (entry.kind === 'change' ? entry.text : ''))).toEqual([
    'The clock of the page is 30 s ahead',
    'The clock of the platform no longer differs',
    'The clock of the backend is 6 m behind',
    'The clock of the platform is 1 m ahead',
    'The clock of the backend no longer differs',
  ]);
});

test('the end of a skew of the platform alone is a change', () => {
  const simulation = createSimulationCore();
  const journal = new Journal(simulation);

  simulation.clock.skew({platform: '60s'});
  simulation.clock.skew({platform: 0});
  expect(journal.since(0).map((entry) => (entry.kind === 'change' ? entry.text : ''))).toEqual([
    'The clock of the platform is 1 m ahead',
    'The clock of the platform no longer differs',
  ]);
});

function read(simulation: SimulationCore): ReturnType<typeof situationOf> {
  const {pages, clock} = simulation;
  return situationOf({pages, clock, armedCases: () => simulation.armedCases()});
}

function tokenOf({world}: SimulationCore): Readonly<Record<string, unknown>> {
  const times = {iat: 100, nbf: 100, exp: 400};
  return {
    dest: world.shop.domain,
    aud: world.app.clientId,
    sub: 'gid://shopify/Customer/7001',
    jti: 'one',
    ...times,
  };
}

function describe(entry: JournalEntry): string {
  if (entry.kind === 'request') return `${entry.n} ${entry.method} ${entry.mark}`;
  return `${entry.n} ${entry.kind === 'change' ? entry.text : entry.kind}`;
}
