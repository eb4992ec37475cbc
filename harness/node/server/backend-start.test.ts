import {expect, test} from '@playwright/test';
import {languageOf} from './backend-language.ts';
import {listenersIn} from './backend-listening.ts';
import {BackendOutput, describeOutput, errorLineOf} from './backend-output.ts';
import {type StartObservation, StartWatch} from './backend-start.ts';

const PORT = 41_234;
const LIMITS = {silence: 15_000, total: undefined};

/** Returns the first verdict of a watch that looks every half second, with its time in seconds. */
function watch(
  sightAt: (now: number) => Partial<StartObservation>,
  limits: {silence: number; total: number | undefined} = LIMITS,
) {
  const watching = new StartWatch(PORT, limits, 0);
  for (let now = 0; now < 200_000; now += 500) {
    const verdict = watching.look({now, wroteAt: 0, activity: null, status: null, ...sightAt(now)});
    if (verdict !== null) return {at: now / 1000, ...verdict};
  }
  return null;
}

test('reports the other port of a backend that has been idle for three seconds', () => {
  const listening = ['127.0.0.1:3000'];
  expect(watch(() => ({activity: {isRunnable: false, listening, ticks: 50}}))).toEqual({
    at: 3.5,
    reason: 'elsewhere',
    addresses: listening,
  });
});

test('waits for a backend that works or writes while another port is open', () => {
  const listening = ['127.0.0.1:9229'];
  const works = watch((now) => ({activity: {isRunnable: false, listening, ticks: now / 20}}));
  const writes = watch((now) => ({activity: {isRunnable: false, listening, ticks: 0}, wroteAt: now}));
  expect(works).toMatchObject({at: 120.5, reason: 'elsewhere'});
  expect(writes).toMatchObject({at: 120.5, reason: 'elsewhere'});
});

test('waits for a slow start as long as it uses the processor', () => {
  expect(
    watch((now) => ({activity: {isRunnable: false, listening: [], ticks: Math.min(now, 60_000) / 20}})),
  ).toMatchObject({
    at: 75.5,
    reason: 'silent',
  });
});

test('a backend that waits for a processor is not idle, though it uses none', () => {
  const starved = {isRunnable: true, ticks: 0};
  const silent = watch(() => ({activity: {...starved, listening: []}}));
  const elsewhere = watch(() => ({activity: {...starved, listening: ['127.0.0.1:9229']}}));

  expect(silent).toMatchObject({at: 120.5, reason: 'slow'});
  expect(elsewhere).toMatchObject({at: 120.5, reason: 'elsewhere'});
});

test('waits longer for a silent start if processor time is not known', () => {
  expect(watch(() => ({activity: {isRunnable: false, listening: [], ticks: 0}}))).toMatchObject({
    at: 15.5,
    reason: 'silent',
  });
  expect(watch(() => ({}))).toMatchObject({at: 60.5, reason: 'silent'});
});

test('gives up a ready path that answers 404 before one that answers 503', () => {
  expect(watch((now) => ({status: 404, wroteAt: now}))).toEqual({at: 3.5, reason: 'status', status: 404});
  expect(watch((now) => ({status: 503, wroteAt: now}))).toEqual({at: 30.5, reason: 'status', status: 503});
});

test('names the ready path that hangs, at each limit', () => {
  const idle = {activity: {isRunnable: false, listening: [`127.0.0.1:${PORT}`], ticks: 0}};
  const hanging = {...idle, status: 'hanging'} as const;
  expect(watch(() => hanging)).toEqual({at: 15.5, reason: 'hanging', seconds: 16});
  expect(watch((now) => ({...hanging, wroteAt: now}))).toMatchObject({at: 120.5, reason: 'hanging'});
  expect(watch(() => hanging, {silence: 15_000, total: 60_000})).toMatchObject({at: 60.5, reason: 'hanging'});

  // Only the last answer counts.
  expect(watch((now) => ({...idle, status: now < 5000 ? 'hanging' : 503}))).toMatchObject({reason: 'status'});
  expect(watch((now) => ({...idle, status: now < 5000 ? 'hanging' : null}))).toMatchObject({
    reason: 'silent',
  });
});

test('startTimeout replaces all other limits', () => {
  const limits = {silence: 15_000, total: 60_000};
  expect(watch(() => ({activity: {isRunnable: false, listening: [], ticks: 0}}), limits)).toMatchObject({
    at: 60.5,
    reason: 'slow',
  });
  expect(watch(() => ({status: 404}), limits)).toMatchObject({at: 60.5, reason: 'status'});
});

test('listening sockets are read from the tables of Linux', () => {
  const table = [
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
    '   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0000 100',
    '   1: 0100007F:1F90 0100007F:9C40 01 00000000:00000000 00:00000000 00000000  1000        0 4712 1 0000 100',
    '   2: 00000000000000000000000001000000:0050 00000000000000000000000000000000:0000 0A 0:0 0:0 0 0 0 4713 1 0',
  ].join('\n');

  expect(listenersIn(table)).toEqual([
    {address: '127.0.0.1:3000', inode: '4711'},
    {address: '[::1]:80', inode: '4713'},
  ]);
});

for (const [language, lines, expected] of [
  [
    'Node',
    [
      '/app/server.js:3',
      '    throw new TypeError("x");',
      '    ^',
      '',
      'TypeError: x',
      '    at f (/app/server.js:3)',
      '',
      'Node.js v20',
    ],
    'TypeError: x',
  ],
  [
    'Node, with a code',
    ['Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers', '    at x'],
    'Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers',
  ],
  [
    'Python',
    ['Traceback (most recent call last):', '  File "server.py", line 3', "KeyError: 'points'"],
    "KeyError: 'points'",
  ],
  [
    'Ruby',
    ["server.rb:3:in `points': undefined method `x' for nil (NoMethodError)", '\tfrom server.rb:9'],
    "server.rb:3:in `points': undefined method `x' for nil (NoMethodError)",
  ],
  [
    'PHP',
    ['PHP Fatal error:  Uncaught Exception: no points in server.php:3', 'Stack trace:', '#0 {main}'],
    'PHP Fatal error:  Uncaught Exception: no points in server.php:3',
  ],
  [
    'Go',
    ['panic: runtime error: index out of range', '', 'goroutine 1 [running]:'],
    'panic: runtime error: index out of range',
  ],
  [
    'a log',
    ['[12:00] GET /points failed: DatabaseError: locked', '[12:00] GET /points 500'],
    '[12:00] GET /points failed: DatabaseError: locked',
  ],
  ['no error', ['listening on 3000'], null],
] as const) {
  test(`the line that names the error is found in the output of ${language}`, () => {
    expect(errorLineOf(lines)).toBe(expected);
  });
}

test('removes colours and secrets from the lines', () => {
  const output = new BackendOutput(['secret-of-the-app']);
  output.add('\u001b[31mError: no secret-of-the-app\u001b[39m\r');
  expect(output.since(0)).toEqual(['Error: no <secret>']);
});

test('a description begins with the end of the process or with the error, and shows the last lines', () => {
  const lines = Array.from({length: 50}, (_, index) => `line ${index}`);
  const ended =
    describeOutput({
      command: 'node server.js',
      ended: 'ended with exit code 1',
      lines: [...lines, 'Error: no'],
    }) ?? '';

  expect(ended.split('\n').slice(0, 4)).toEqual([
    '"node server.js" ended with exit code 1: Error: no.',
    '',
    '"node server.js" wrote, after 11 lines that are left out:',
    'line 11',
  ]);

  expect(describeOutput({command: 'node server.js', ended: null, lines: ['started', '']})).toBe(
    'started\n\n"node server.js" wrote:\nstarted\n',
  );

  expect(describeOutput({command: 'node server.js', ended: null, lines: []})).toBe(null);
});

for (const [command, language] of [
  ['node server.js', 'node'],
  ['cd app && FOO=1 npm run dev', 'node'],
  ['npx tsx src/server.ts', 'node'],
  ['/usr/bin/python3.11 -m flask run --port $PORT', 'python'],
  ['bundle exec rackup -p $PORT', 'ruby'],
  ['php -S $HOST:$PORT server.php', 'php'],
  ['go run ./cmd/server', 'go'],
  ['./start.sh', 'other'],
  [String.raw`"C:\Program Files\nodejs\node.exe" app`, 'node'],
  ['npm.cmd start', 'node'],
  [String.raw`venv\Scripts\uvicorn.exe app:app`, 'python'],
] as const) {
  test(`the language of "${command}" is ${language}`, () => expect(languageOf(command)).toBe(language));
}
