import {expect, test} from '@playwright/test';
import {missingDocstrings} from './docstrings.mjs';

const DOCS = '/** Documented. */\n';
const EXAMPLE = '/**\n * Documented.\n *\n * @example x\n */\n';

function check(sources) {
  return missingDocstrings(['index.ts'], (path) => sources[path] ?? '');
}

test('names exported symbols without a docblock', () => {
  expect(check({'index.ts': 'export const a: number = 1;\nexport interface B {}\n'})).toEqual([
    'index.ts B',
    'index.ts a',
  ]);
  expect(check({'index.ts': `${DOCS}export const a: number = 1;\n${DOCS}export interface B {}\n`})).toEqual(
    [],
  );
});

test('follows exports and imports to the file of the declaration', () => {
  const sources = {
    'index.ts': "export {a as b} from './a.ts';\nexport * as none from 'package';\n",
    'a.ts': "import {c} from './c.ts';\nexport {c as a};\n",
    'c.ts': 'export const c: number = 1;\n',
  };

  expect(check(sources)).toEqual(['c.ts c']);
});

test('names public members, and no private or internal ones', () => {
  const body = `
  open: string;
  #hidden = 1;
  private alsoHidden = 1;
  constructor(core: Unreached) {}
  method(): void {}
  /** @internal */
  internal(): Unreached {}
  /** Documented. */
  get documented(): string {}
`;
  const source = `${EXAMPLE}export class A {${body}}\ninterface Unreached {}\n`;
  expect(check({'index.ts': source})).toEqual(['index.ts A.method', 'index.ts A.open']);
});

test('reaches the types of members, in whatever file, but not those of code', () => {
  const sources = {
    'index.ts': `import type {B, C} from './b.ts';\n${EXAMPLE}export function a(b: Partial<B>): void { const c: C = 1; }\n`,
    'b.ts': `${DOCS}export interface B {x: D}\nexport interface C {}\ntype D = {y: string} | {z: string};\n`,
  };

  expect(check(sources)).toEqual(['b.ts B.x', 'b.ts D']);
});

test('wants an example for exported functions and classes, and for what fixtures give', () => {
  const sources = {
    'index.ts': `${DOCS}export function a(): void {}\n${DOCS}export class B {}\nexport type {SimhostFixtures} from './f.ts';\n`,
    'f.ts': `${DOCS}export interface SimhostFixtures {\n  ${DOCS}  host: string;\n}\n`,
  };

  expect(check(sources)).toEqual([
    'f.ts SimhostFixtures.host @example',
    'index.ts B @example',
    'index.ts a @example',
  ]);
});

test('takes the members of a class as documented by the interface that it implements', () => {
  const source = `${DOCS}interface A {/** Documented. */ b: string}\n${EXAMPLE}export class C implements A {b = 'x'}\n`;
  expect(check({'index.ts': source})).toEqual([]);
});
