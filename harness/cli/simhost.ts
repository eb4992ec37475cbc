#!/usr/bin/env node
import {SimhostError, messageOf, nearest} from '../errors.ts';
import {manifest} from '../node/server/manifest.ts';
import {missingPeer} from '../node/server/peers.ts';
import {quietOnClosedPipe} from './closed-pipe.ts';

interface Command {
  readonly does: string;
  /** The exit code if the command could not run. Default 1. */
  readonly failure?: number;
  /** Loads the command only when it is called. */
  readonly load: () => Promise<{run(args: readonly string[]): Promise<void>; HELP: string}>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  dev: {
    does: 'shows the extension or Mini of a folder in the simulated platform, live',
    load: () => import('./dev.ts'),
  },
  serve: {
    does: 'the platform over plain HTTP, for backends in any language',
    load: () => import('./serve.ts'),
  },
  doctor: {does: 'looks for what would keep simhost from working here', load: () => import('./doctor.ts')},
  audit: {does: 'what a running backend wrongly accepts', failure: 2, load: () => import('./audit.ts')},
  cases: {does: 'lists the catalogue of what can go wrong', load: () => import('./cases.ts')},
  token: {does: 'one signed token on stdout', load: () => import('./token.ts')},
  vtex: {does: "login and local token, as VTEX's own command line has them", load: () => import('./vtex.ts')},
};

const HELP = `Usage: simhost <command> [options]

${Object.entries(COMMANDS)
  .map(([name, {does}]) => `  ${name.padEnd(8)} ${does}`)
  .join('\n')}

simhost help <command>, or simhost <command> --help, explains a command. simhost --version prints the version.`;

async function main([name = 'help', ...args]: readonly string[]): Promise<void> {
  if (VERSION.includes(name)) return console.log(manifest().version);
  if (HELPS.includes(name)) return console.log(args[0] === undefined ? HELP : (await load(args[0])).HELP);

  const {run, HELP: help} = await load(name);
  if (args.includes('--help') || args.includes('-h')) return console.log(help);
  await run(args);
}

const VERSION = ['--version', '-v', 'version'];
const HELPS = ['--help', '-h', 'help'];

async function load(name: string): ReturnType<Command['load']> {
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
  const near = nearest(name, known);
  return new SimhostError('ERR_UNKNOWN_COMMAND', `Unknown command "${name}".`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${known.join(', ')}.`,
  });
}

quietOnClosedPipe();
try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof SimhostError ? `simhost: ${messageOf(error)}` : error);
  process.exitCode = COMMANDS[process.argv[2] ?? '']?.failure ?? 1;
}
