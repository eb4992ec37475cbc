import {expect, test} from '@playwright/test';
import {readArguments} from './arguments.ts';

const OPTIONS = {
  port: {type: 'string'},
  case: {type: 'string', multiple: true},
  json: {type: 'boolean', default: false},
} as const;
const read = (args: readonly string[], allowPositionals = true): object =>
  readArguments(args, {command: 'dev', options: OPTIONS, allowPositionals});

test('reads options, repeated options and positional arguments', () => {
  const {values, positionals} = readArguments(
    ['a', '--port=80', '--case', 'x', '--case=-y', '--json', '--', '-b'],
    {
      command: 'dev',
      options: OPTIONS,
      allowPositionals: true,
    },
  );

  expect({...values}).toEqual({port: '80', case: ['x', '-y'], json: true});
  expect(positionals).toEqual(['a', '-b']);
});

for (const [args, code, message] of [
  [
    ['--prot', '1'],
    'ERR_UNKNOWN_OPTION',
    'simhost dev has no option --prot.\nDid you mean "--port"? Known: --port, --case, --json, --help.',
  ],
  [
    ['--backends'],
    'ERR_UNKNOWN_OPTION',
    'simhost dev has no option --backends.\nKnown: --port, --case, --json, --help.',
  ],
  [['-p', '1'], 'ERR_UNKNOWN_OPTION', 'simhost dev has no option -p.\nKnown: '],
  [['--port'], 'ERR_BAD_OPTION', '--port has no value.'],
  [['--port', '--json'], 'ERR_BAD_OPTION', '--port has no value.'],
  [['--json=yes'], 'ERR_BAD_OPTION', '--json takes no value.\nWrite --json alone.'],
] as const) {
  test(`refuses ${args.join(' ')} with its own sentence`, () => {
    expect(() => read(args)).toThrow(
      expect.objectContaining({code, message: expect.stringContaining(message)}),
    );
  });
}

test('refuses a positional argument of a command that takes none', () => {
  expect(() => read(['here'], false)).toThrow(
    'Unexpected argument: here.\nsimhost dev takes options only: --port, --case, --json, --help.',
  );
});
