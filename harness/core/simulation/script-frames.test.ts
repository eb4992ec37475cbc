import {expect, test} from '@playwright/test';
import {scriptFrames} from './script-frames.ts';

test('reads the frames of the stacks that browsers write, and nothing else', () => {
  const stack = [
    'Error: https://a.example is down',
    '    at load (https://a.example/app.js:12:7)',
    '    at https://a.example/app.js?v=(1):3:4',
    'start@http://localhost:3000/start.js:1:2',
    '    at new Promise (<anonymous>)',
    '    at node:internal/main:1:1',
    '    at x (https://[/app.js:1:1)',
  ].join('\n');

  expect(scriptFrames(stack).map(({url, line, column}) => `${url.href} ${line} ${column}`)).toEqual([
    'https://a.example/app.js 12 7',
    'http://localhost:3000/start.js 1 2',
  ]);
});

for (const unit of ['https://a.example/', 'https://a:1', ':1', '1', ' ', '('])
  test(`reads a message of a million characters with only ${JSON.stringify(unit)}`, () => {
    const stack = `Error: ${unit.repeat(1_000_000 / unit.length)}\n    at https://a.example/app.js:1:2`;
    expect(scriptFrames(stack)).toHaveLength(1);
  });
