import {expect, test} from '@playwright/test';
import type {CommandDescription, OptionSpecs} from './command.ts';
import {helpOf, optionTable} from './help.ts';

const OPTIONS = {
  port: {type: 'string', value: '<number>', help: 'the port; default `4321`'},
  header: {type: 'string', multiple: true, value: '<a|b>', help: 'a header', group: 'the request'},
} as const satisfies OptionSpecs;

const COMMAND: CommandDescription = {
  name: 'serve',
  usage: ['serve [options]', 'serve again'],
  summary: 'Serves.',
  before: [{title: 'kinds', rows: [['one', 'the first']]}],
  options: OPTIONS,
  after: [{title: 'routes', rows: [['GET /', 'the page']]}],
  notes: 'One note.',
};

test('the help has usage, summary, sections and options by group', () => {
  expect(helpOf(COMMAND)).toBe(`Usage: simhost serve [options]
       simhost serve again

Serves.

kinds
  one  the first

options
  --port <number>  the port; default 4321

the request
  --header <a|b>  a header; repeatable

routes
  GET /  the page

One note.`);
});

test('long descriptions continue below their first word', () => {
  const help = helpOf({
    ...COMMAND,
    options: {port: {type: 'string', help: `${'word '.repeat(30)}end`}},
  });

  const lines = help.split('\n').filter((line) => line.includes('word'));
  expect(lines.length).toBeGreaterThan(1);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
  expect(lines[1]?.indexOf('word')).toBe(lines[0]?.indexOf('word'));
});

test('the table has columns of equal width, and escapes bars', () => {
  expect(optionTable(OPTIONS)).toBe(
    [
      '| option            | what it does             |',
      '| ----------------- | ------------------------ |',
      '| `--port <number>` | the port; default `4321` |',
      '| `--header <a\\|b>` | a header; repeatable     |',
    ].join('\n'),
  );
});
