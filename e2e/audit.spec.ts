import {expect} from '@playwright/test';
import {audit} from 'simhost/audit';
import type {AuditOptions, AuditReport} from 'simhost/audit';
import {APP, test} from './backend.fixture.ts';

const ROUTES = {points: '/api/points', orders: '/api/orders'};

for (const [script, path, profile] of [
  ['loyalty/server.js', ROUTES.points, 'customer-account'],
  ['loyalty/server.js', ROUTES.points, 'checkout'],
  ['faulty/backend.js', ROUTES.points, 'customer-account'],
  ['staff/server.js', ROUTES.orders, 'admin'],
  ['staff/server.js', ROUTES.orders, 'pos'],
] as const) {
  test(`${script} is clean for ${profile}`, async ({backend}) => {
    const report = await audit(`${await backend(script)}${path}`, {...APP, profile});
    expect(told(report)).toEqual([]);
    expect(report.verdict).toBe('clean');
  });
}

interface Fault {
  readonly script: string;
  readonly found: string;
  /** Further cases that the same fault truly is. */
  readonly also?: readonly string[];
  readonly options?: AuditOptions;
  readonly path?: string;
}

const FAULTS: readonly Fault[] = [
  {script: 'no-audience', found: 'aud-wrong'},
];

for (const {script, found, also = [], options, path = ROUTES.points} of FAULTS) {
  test(`${script} is found by ${found}`, async ({backend}) => {
    const report = await audit(`${await backend(`faulty/${script}.js`)}${path}`, {...APP, ...options});
    expect(report.verdict).toBe('findings');
    expect(told(report)).toEqual([found, ...also].toSorted());
  });
}

function told({findings, diagnosis}: AuditReport): readonly string[] {
  return diagnosis === undefined ? findings.map((finding) => finding.case).toSorted() : [diagnosis];
}
