import {expect, test} from '@playwright/test';
import {createWorld} from '../world/world.ts';
import type {CaseId} from './case-id.ts';
import {CASE_IDS, caseOf, groupOf} from './catalogue.ts';
import type {CaseGroup} from './catalogue.ts';
import {LIBRARIES} from './libraries.fixture.ts';
import type {LibraryName, Question} from './libraries.fixture.ts';
import {notApplicable} from './not-applicable.ts';
import {hasPython} from './python.fixture.ts';
import {keysOf, runsOf} from './runs.ts';
import {lineOf, listedFor, newVersionReport} from './verdict-table.fixture.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

/** The groups that a library can judge. It does not know the shop, the person or the route. */
const JUDGED: readonly CaseGroup[] = [
  'controls',
  'signing',
  'encoding',
  'header',
  'payload',
  'time',
  'audience',
  'platform key',
];
/** Nobody asks it: libraries that follow jku by themselves are not among them. */
const FORGER_SERVER = 'http://127.0.0.1:4000';
const OF_THE_APP = /^(dest|sub|jti|sid|iss)-/;

interface Asked {
  readonly id: CaseId;
  readonly variant: string;
  readonly accepts: boolean;
  readonly question: Question;
}

async function everyVerdict(): Promise<readonly Asked[]> {
  const app = {clientId: 'client-id-of-the-app', clientSecret: 'client-secret-of-the-app-under-test'};
  const world = createWorld({app});
  const keys = keysOf({world});
  let count = 0;
  const asked: Asked[] = [];

  for (const id of CASE_IDS.filter(isForLibraries)) {
    const runs = await runsOf(id, 'checkout', {
      world,
      keys,
      forgerServer: FORGER_SERVER,
      now: () => NOW,
      jti: async () => `jti-${count++}`,
      template: {method: 'GET', query: [], headers: [], body: null},
    });
    for (const {variant, expects, steps} of runs) {
      const token =
        steps[0]?.request.headers.find(([name]) => name === 'Authorization')?.[1].replace('Bearer ', '') ??
        '';
      const question = {token, secret: app.clientSecret, clientId: app.clientId, now: NOW / 1000};
      if (expects.verdict !== 'either')
        asked.push({id, variant, accepts: expects.verdict === 'accept', question});
    }
  }

  return asked;
}

function isForLibraries(id: CaseId): boolean {
  const {mechanism, destructive} = caseOf(id);
  if (mechanism.kind !== 'token' || destructive === true || OF_THE_APP.test(id)) return false;
  return (
    JUDGED.includes(groupOf(id)) && notApplicable(id, 'checkout', {forgerServer: FORGER_SERVER}) === null
  );
}

for (const name of Object.keys(LIBRARIES) as LibraryName[]) {
  const {called, judge} = LIBRARIES[name];

  test(`${name} agrees with every verdict but those that docs/verdicts.md lists: ${called}`, async ({}, info) => {
    test.skip(name === 'PyJWT' && !(await hasPython('jwt')), 'needs python3-jwt');
    const asked = await everyVerdict();
    expect(asked.length).toBeGreaterThan(200);

    const {version, takes} = await judge(asked.map(({question}) => question));
    const found = asked
      .flatMap(({id, variant, accepts}, index) =>
        takes[index] === accepts ? [] : [lineOf(id, variant, accepts ? 'refuses it' : 'takes it')],
      )
      .toSorted();

    const report = newVersionReport(name, version, found);

    if (report === undefined) {
      expect(found, `${name} ${version}`).toEqual(listedFor(name, version));
      return;
    }

    // The machine chooses the version: only `npm run check` asks that the table knows it.
    if (process.env['SIMHOST_CHECK'] !== undefined) throw new Error(report);
    info.annotations.push({type: 'unknown version', description: report});
    console.warn(report);
  });
}

test('a version that was asked before has no report; another one has its differences', () => {
  const known = listedFor('PyJWT', '2.6.0-1');
  expect(known).toContain('crit-empty: takes it');
  expect(listedFor('PyJWT', '2.6.0-1+deb12u1')).not.toContain('crit-empty: takes it');
  expect(newVersionReport('PyJWT', '2.6.0-1', known)).toBeUndefined();

  const listed = listedFor('PyJWT', '2.99.0');
  expect(newVersionReport('PyJWT', '2.99.0', listed)).toContain(
    'PyJWT 2.99.0 are not known, only those of >=2.6.0',
  );

  expect(newVersionReport('PyJWT', '2.99.0', listed)).toContain('It agrees with the table.');
  expect(newVersionReport('PyJWT', '2.99.0', ['alg-none: takes it', ...listed.slice(1)])).toContain(
    `It differs from the table:\n  now    alg-none: takes it\n  before ${listed[0]}\n`,
  );
});
