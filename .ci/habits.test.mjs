import {expect, test} from '@playwright/test';
import {broken, countAll, habitsOf, lowered, wordsOf} from './habits.mjs';

const found = (source, path = 'harness/a.ts') =>
  habitsOf(path, source).places.map(({habit, line, name}) => [habit, line, name].filter(Boolean).join(' '));

const body = (lines, blankAt = -1) =>
  Array.from({length: lines}, (_, index) => (index === blankAt ? '' : `  step(${index});`)).join('\n');

test('finds bodies of 20 lines without a paragraph, by the name of the function', () => {
  expect(found(`export function draw() {\n${body(19)}\n}`)).toEqual([]);
  expect(found(`export function draw() {\n${body(20)}\n}`)).toEqual(['body without a blank line 1 draw']);
  expect(found(`export function draw() {\n${body(20, 9)}\n}`)).toEqual([]);
  expect(found(`const draw = () => {\n${body(20)}\n};`)).toEqual(['body without a blank line 1 draw']);
  expect(found(`class Page {\n  draw() {\n${body(20)}\n  }\n}`)).toEqual([
    'body without a blank line 2 draw',
  ]);
});

test('finds functions of 40 lines, files of 300 and lines of 120 characters', () => {
  expect(found(`function draw() {\n${body(40, 5)}\n}`)).toEqual(['function of 40+ lines 1 draw']);
  expect(found('a();\n'.repeat(299))).toEqual([]);
  expect(found('a();\n'.repeat(300))).toEqual(['file over 300 lines 1']);
  expect(found(`// ${'x'.repeat(117)}`)).toEqual([]);
  expect(found(`\n// ${'x'.repeat(118)}`)).toEqual(['line over 120 characters 2']);
});

test('finds a ternary in any part of another one', () => {
  expect(found('const a = b ? c : d;')).toEqual([]);
  for (const nested of ['b ? (c ? 1 : 2) : d', 'b ? c : d ? 1 : 2', '(b ? c : d) ? 1 : 2']) {
    expect(found(`const a = ${nested};`)).toEqual(['nested ternary 1']);
  }
});

test('finds old words in comments, strings and templates, and not in code', () => {
  expect(found('// One that stands\nconst blank = `${where} anew`;\nlog("told");')).toEqual([
    'stand 1',
    'anew 2',
    'tell 3',
  ]);
  expect(found("/**\n * A value.\n * Nobody's, likewise.\n */\nconst a = 1;")).toEqual([
    "nobody's 3",
    'likewise 3',
  ]);
});

test('finds docblocks that do not begin with a verb or a noun', () => {
  expect(found('/** What it is. */\nconst a = 1;')).toEqual(['docblock that begins with What, Who, Of, … 1']);
  expect(found('/** Whether it is. */\nconst a = 1;')).toEqual([]);
  expect(found('/* What it is. */\nconst a = 1;')).toEqual([]);
});

test('finds old words in Markdown, and not in its code', () => {
  expect(wordsOf('One\n\n```ts\n// where\n```\n\nIt stands.').map(({habit, line}) => [habit, line])).toEqual([
    ['stand', 7],
  ]);
});

test('counts words by group, and shapes in sources alone', () => {
  const counts = countAll(
    new Map([
      ['harness/a.ts', `// where\nfunction draw() {\n${body(20)}\n}`],
      ['harness/a.test.ts', `// where\nfunction draw() {\n${body(40)}\n}`],
      ['docs/a.md', 'where'],
    ]),
  );

  expect(counts).toMatchObject({
    'percent of bodies of 20+ lines without a blank line': 100,
    'functions of 40+ lines': [],
    'old words in sources': {where: 1},
    'old words in tests': {where: 1},
    'old words in docs': {where: 1},
  });
});

const COUNTS = {
  'percent of bodies of 20+ lines without a blank line': 7.5,
  'nested ternaries': 2,
  'functions of 40+ lines': ['a.ts draw', 'a.ts draw'],
  'old words in docs': {where: 3},
};

test('a count above its limit is reported, and so is each name that the list lacks', () => {
  expect(broken(COUNTS, COUNTS)).toEqual([]);
  expect(
    broken(COUNTS, {
      'percent of bodies of 20+ lines without a blank line': 7,
      'nested ternaries': 1,
      'functions of 40+ lines': ['a.ts draw'],
    }),
  ).toEqual([
    'percent of bodies of 20+ lines without a blank line: 7.5, and the limit is 7',
    'nested ternaries: 2, and the limit is 1',
    'functions of 40+ lines: a.ts draw is new',
    'old words in docs: "where": 3, and the limit is 0',
  ]);
});

test('a limit falls to its count and never rises; a ratio stops at the value that is good enough', () => {
  const limits = {
    'percent of bodies of 20+ lines without a blank line': 20,
    'nested ternaries': 1,
    'functions of 40+ lines': ['a.ts draw', 'b.ts draw'],
    'old words in docs': {where: 5, anew: 1},
  };

  expect(lowered(COUNTS, limits)).toEqual({
    'percent of bodies of 20+ lines without a blank line': 10,
    'nested ternaries': 1,
    'functions of 40+ lines': ['a.ts draw'],
    'old words in docs': {where: 3},
  });
});
