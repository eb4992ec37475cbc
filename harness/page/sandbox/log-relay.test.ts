import {expect, test} from '@playwright/test';
import type {LogLine} from '../../wire/control.ts';
import {LogRelay} from './log-relay.ts';

/** A relay whose window ends by hand, with what it has sent and shown. */
function create() {
  const sent: LogLine[] = [];
  const shown: number[] = [];
  let end = (): void => {};
  const relay = new LogRelay((lines) => void sent.push(...lines), {setTimeout: (run) => (end = run)});
  const add = (count: number): void => {
    for (let line = 1; line <= count; line++) relay.add('log', `line ${line}`, () => shown.push(line));
  };

  return {add, sent, shown, endWindow: () => end()};
}

test('sends the first lines of a window at once', () => {
  const {add, sent} = create();
  add(2);
  expect(sent).toMatchObject([
    {level: 'log', text: 'line 1', stack: expect.stringContaining('log-relay.test.ts')},
    {text: 'line 2'},
  ]);
});

test('sends every line of a window of 1000, in order', () => {
  const {add, sent, endWindow} = create();
  add(1000);
  endWindow();
  expect(sent.map(({text}) => text)).toEqual(Array.from({length: 1000}, (_, index) => `line ${index + 1}`));
});

test('leaves out the middle of a flood, and reports the number of lines', () => {
  const {add, sent, shown, endWindow} = create();
  add(20_123);
  endWindow();
  expect(sent).toHaveLength(1001);
  expect(sent[499]?.text).toBe('line 500');
  expect(sent[500]?.text).toBe('19123 lines are left out here: simhost keeps 1000 lines per 100 ms.');
  expect(sent[501]?.text).toBe('line 19624');
  expect(sent.at(-1)?.text).toBe('line 20123');
  expect(shown, 'the console of the browser').toHaveLength(500);
});

test('starts counting again in the next window', () => {
  const {add, sent, endWindow} = create();
  add(20_000);
  endWindow();
  sent.length = 0;
  add(1);
  expect(sent.map(({text}) => text)).toEqual(['line 1']);
});
