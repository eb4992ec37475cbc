#!/usr/bin/env node
import {SimhostError, messageOf, nearest} from '../errors.ts';

interface Command {
  readonly does: string;
  /** Exit code where it could not run; default 1. */
  readonly failure?: number;
  /** Loads the command only when it is called. */
  readonly load: () => Promise<{run(args: readonly string[]): Promise<void>; HELP: string}>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  dev: {does: 'the host page with the extension of a folder; live', load: () => import('./dev.ts')},
  serve: {does: 'the platform over plain HTTP, for backends in any language', load: () => import('./serve.ts')},
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

simhost <command> --help tells more.`;

async function main([name = '--help', ...args]: readonly string[]): Promise<void> {
  if (name === '--help' || name === '-h') return console.log(HELP);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const near = nearest(name, Object.keys(COMMANDS));
    throw new SimhostError('ERR_UNKNOWN_COMMAND', `Unknown command "${name}".`, {
      next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${Object.keys(COMMANDS).join(', ')}.`,
    });
  }
  const {run, HELP: help} = await command.load();
  if (args.includes('--help') || args.includes('-h')) return console.log(help);
  await run(args);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof SimhostError || isUsageError(error) ? `simhost: ${messageOf(error)}` : error);
  process.exitCode = COMMANDS[process.argv[2] ?? '']?.failure ?? 1;
}

/** What `parseArgs` of Node throws names the argument at fault. */
function isUsageError(error: unknown): boolean {
  return error instanceof TypeError && String((error as {code?: string}).code).startsWith('ERR_PARSE_ARGS');
}
