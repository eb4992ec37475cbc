import {existsSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {createWorld} from '../world/world.ts';
import type {CaseId} from './case-id.ts';
import {CASE_IDS, caseOf, groupOf} from './catalogue.ts';
import type {CaseGroup} from './catalogue.ts';
import {DISAGREEMENTS} from './disagreements.fixture.ts';
import {LIBRARIES, PYTHON} from './libraries.fixture.ts';
import type {LibraryName, Question} from './libraries.fixture.ts';
import {keysOf, notApplicable, runsOf} from './runs.ts';

const NOW = Date.parse('2026-11-20T12:00:00Z');

/** What a library can know of: not which shop, person or route. */
const JUDGED: readonly CaseGroup[] = ['controls', 'signing', 'encoding', 'header', 'payload', 'time', 'audience', 'platform key'];
/** Nobody asks it: libraries that follow jku by themselves are not among them. */
const FORGER_SERVER = 'http://127.0.0.1:4000';
const OF_THE_APP = /^(dest|sub|jti|sid|iss)-/;

interface Asked {
  readonly name: string;
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
      const token = steps[0]?.request.headers.find(([name]) => name === 'Authorization')?.[1].replace('Bearer ', '') ?? '';
      const question = {token, secret: app.clientSecret, clientId: app.clientId, now: NOW / 1000};
      if (expects.verdict !== 'either') asked.push({name: nameOf(id, variant), accepts: expects.verdict === 'accept', question});
    }
  }
  return asked;
}

function isForLibraries(id: CaseId): boolean {
  const {mechanism, destructive} = caseOf(id);
  if (mechanism.at !== 'token' || destructive === true || OF_THE_APP.test(id)) return false;
  return JUDGED.includes(groupOf(id)) && notApplicable(id, 'checkout', {forgerServer: FORGER_SERVER}) === null;
}

function nameOf(id: CaseId, variant: string): string {
  return variant === '' ? id : `${id} (${variant})`;
}

for (const name of Object.keys(LIBRARIES) as LibraryName[]) {
  const {called, judge} = LIBRARIES[name];

  test(`${name} agrees with every verdict but those that docs/verdicts.md lists: ${called}`, async () => {
    test.skip(
      name === 'PyJWT' && process.env['CI'] === undefined && !existsSync(PYTHON),
      `no ${PYTHON} with PyJWT here (Debian: python3-jwt)`,
    );
    const asked = await everyVerdict();
    expect(asked.length).toBeGreaterThan(200);
    const took = await judge(asked.map(({question}) => question));
    const others = asked.flatMap(({name: of, accepts}, index) =>
      took[index] === accepts ? [] : [`${of}: ${accepts ? 'refuses it' : 'takes it'}`],
    );
    const listed = DISAGREEMENTS.filter(({library}) => library === name);
    expect(others.toSorted()).toEqual(
      listed.flatMap(({id, variants, does}) => variants.map((variant) => `${nameOf(id, variant)}: ${does}`)).toSorted(),
    );
  });
}
