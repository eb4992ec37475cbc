#!/usr/bin/env node
import {SimhostError, messageOf} from '../errors.ts';
import {didYouMean} from '../known-values.ts';
import {manifest} from '../node/server/manifest.ts';
import {missingPeer} from '../node/server/peers.ts';
import {quietOnClosedPipe} from './closed-pipe.ts';
import type {Command} from './command.ts';
import {helpOf} from './help.ts';
import {exitOnSignal, InterruptedError} from './stop-on-signal.ts';

interface CommandEntry {
  readonly summary: string;
  /** The exit code if the command could not run. Default 1. */
  readonly failure?: number;
  /** Loads the command when it is called, and not before. */
  readonly load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  init: {
    summary: 'adds simhost to a project, with a first green test for each extension',
    load: () => import('./init.ts'),
  },
  dev: {
    summary: 'shows the extension or Mini of a folder in the simulated platform, live',
    load: () => import('./dev.ts'),
  },
  serve: {
    summary: 'serves the platform over plain HTTP, for backends in any language',
    load: () => import('./serve.ts'),
  },
  doctor: {summary: 'checks that simhost can work here', load: () => import('./doctor.ts')},
  audit: {
    summary: 'reports what a running backend wrongly accepts',
    failure: 2,
    load: () => import('./audit.ts'),
  },
  cases: {summary: 'lists the catalogue of what can go wrong', load: () => import('./cases.ts')},
  token: {summary: 'prints one signed token', load: () => import('./token.ts')},
  vtex: {summary: "login and local token, like VTEX's own command line", load: () => import('./vtex.ts')},
};

const HELP = `Usage: simhost <command> [options]

${Object.entries(COMMANDS)
  .map(([name, {summary}]) => `  ${name.padEnd(8)} ${summary}`)
  .join('\n')}

simhost help <command> and simhost <command> --help explain a command. simhost --version prints the version.`;

const VERSION = ['--version', '-v', 'version'];
const HELPS = ['--help', '-h', 'help'];

async function main([name = 'help', ...args]: readonly string[]): Promise<void> {
  if (VERSION.includes(name)) return console.log(manifest().version);
  if (HELPS.includes(name)) {
    const [command] = args;
    return console.log(command === undefined ? HELP : helpOf((await load(command)).DESCRIPTION));
  }

  const {run, DESCRIPTION} = await load(name);
  if (args.includes('--help') || args.includes('-h')) return console.log(helpOf(DESCRIPTION));
  await run(args);
}

async function load(name: string): Promise<Command> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) throw unknownCommand(name);
  try {
    return await command.load();
  } catch (error) {
    // A package that is missing or too old fails while the command is loaded.
    throw missingPeer('msw') ?? error;
  }
}

function unknownCommand(name: string): SimhostError {
  const known = [...Object.keys(COMMANDS), 'help'];
  return new SimhostError('ERR_UNKNOWN_COMMAND', `Unknown command "${name}".`, {
    next: didYouMean(name, known),
  });
}

quietOnClosedPipe();
exitOnSignal(['SIGINT', 'SIGTERM']);
try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof SimhostError ? `simhost: ${messageOf(error)}` : error);
  const {failure = 1} = COMMANDS[process.argv[2] ?? ''] ?? {};
  process.exitCode = error instanceof InterruptedError ? error.exitCode : failure;
}
