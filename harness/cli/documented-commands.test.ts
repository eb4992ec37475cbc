import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {decodeClaims} from '../core/tokens/jws.ts';
import {readArguments} from './arguments.ts';
import * as audit from './audit.ts';
import {readAuditArguments} from './audit/arguments.ts';
import * as cases from './cases.ts';
import type {Command, OptionSpecs} from './command.ts';
import * as dev from './dev.ts';
import * as doctor from './doctor.ts';
import * as init from './init.ts';
import {customerByName} from '../core/world/people.ts';
import {readBackend, readUpdate} from './option-values.ts';
import * as serve from './serve.ts';
import * as token from './token.ts';
import * as vtex from './vtex.ts';

const COMMANDS: Readonly<Record<string, Command>> = {audit, cases, dev, doctor, init, serve, token, vtex};

/** The readers of values that are more than a string. */
const READERS: Readonly<Record<string, (value: string) => unknown>> = {
  backend: readBackend,
  customer: customerByName,
  update: readUpdate,
};

interface Shown {
  /** The page and the line, for messages. */
  readonly place: string;
  readonly line: string;
}

const PAGES = ['README.md', 'CONTRIBUTING.md', ...readdirSync('docs').map((name) => `docs/${name}`)].filter(
  (page) => page.endsWith('.md'),
);

const IN_BLOCKS = PAGES.flatMap((page) => linesOf(page, /^```sh\n([^]*?)^```/gm));
const IN_SENTENCES = PAGES.flatMap((page) => linesOf(page, /`((?:npx )?simhost [a-z][^`\n]*)`/g)).filter(
  ({line}) => !/[<…]/.test(line) && !isSentence(line),
);

test('the pages have commands to check, in blocks and in sentences', () => {
  expect(IN_BLOCKS.length).toBeGreaterThan(15);
  expect(IN_SENTENCES.length).toBeGreaterThan(3);
  for (const page of ['audit', 'dev', 'minis', 'serve', 'tokens', 'vtex'])
    expect(IN_BLOCKS.some(({place}) => place.startsWith(`docs/${page}.md`))).toBe(true);
});

test('every command in a block has options and values that its parser takes', () => {
  for (const {place, line} of IN_BLOCKS) {
    const [name = '', ...args] = wordsOf(line);
    const options = optionsOf(name, place);

    const read = (): unknown => {
      const {values} = readArguments(args, {command: name, options, allowPositionals: true});
      return Object.entries(values).flatMap(([option, value]) =>
        [value].flat().map((each) => READERS[option]?.(String(each))),
      );
    };
    expect(read, `${place}: ${line}`).not.toThrow();
  }
});

test('every command in a sentence names options that there are, with or without a value', () => {
  for (const {place, line} of IN_SENTENCES) {
    const [name = '', ...args] = wordsOf(line);
    const known = [...Object.keys(optionsOf(name, place)), 'help'];
    for (const word of args) {
      const [, option] = /^--([\w-]+)/.exec(word) ?? [];
      expect(option === undefined || known.includes(option), `${place}: ${line}`).toBe(true);
    }
  }
});

test('every token of the pages is minted', async () => {
  const lines = IN_BLOCKS.map(({line}) => wordsOf(line)).filter(([name]) => name === 'token');
  expect(lines.length).toBeGreaterThan(5);

  for (const [, ...args] of lines) {
    const printed = await token.tokenOf(args);
    const minted = args.includes('--json') ? (JSON.parse(printed) as {token: string}).token : printed;
    expect(decodeClaims(minted), args.join(' ')).not.toBeNull();
  }
});

test('every audit of the pages has arguments that it takes', async () => {
  const lines = IN_BLOCKS.map(({line}) => wordsOf(line)).filter(([name]) => name === 'audit');
  expect(lines.length).toBeGreaterThan(1);
  for (const [, ...args] of lines) {
    // Any file has something that can be an id.
    const id = args.includes('--platform') ? ['--id-file', 'package.json'] : [];
    await readAuditArguments([...args, ...id]);
  }
});

function optionsOf(name: string, place: string): OptionSpecs {
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(`${place}: simhost has no command "${name}".`);
  return command.DESCRIPTION.options;
}

/** Whether a line is a message that begins with the name simhost, and no command. */
function isSentence(line: string): boolean {
  return /^simhost (?:needs|runs) /.test(line);
}

/** Finds the commands of simhost in a page. */
function linesOf(page: string, pattern: RegExp): readonly Shown[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(pattern)].flatMap(({1: code = '', index}) => {
    const number = text.slice(0, index).split('\n').length;
    const lines = code.replaceAll('\\\n', ' ').split('\n');
    return lines
      .filter((line) => /(?:^|\s)simhost [a-z]/.test(line) && !/^npm (?:i|install) /.test(line))
      .map((line) => ({place: `${page}:${number}`, line}));
  });
}

/** Lets a shell read a line, with a function in place of simhost, and no other program. */
function wordsOf(line: string): readonly string[] {
  const script = `simhost() { printf '%s\\0' "$@" >&3; }\nnpx() { "$@"; }\n${line}\n`;
  const environment = {PATH: '/nonexistent', SHOPIFY_API_SECRET: 'secret'};
  const shown = execFileSync('/bin/sh', ['-c', `exec 3>&1 >/dev/null 2>&1\n${script}\nexit 0`], {
    encoding: 'utf8',
    env: environment,
  });
  return shown.split('\0').slice(0, -1);
}
