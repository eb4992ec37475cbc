import {resolve} from 'node:path';
import {SimhostError} from '../errors.ts';
import {readArguments} from './arguments.ts';
import type {CommandDescription, OptionSpecs} from './command.ts';
import {apply, printChanges} from './init/apply.ts';
import type {Print} from './init/apply.ts';
import {defaultChoices} from './init/choices.ts';
import type {Choices} from './init/choices.ts';
import {findProject} from './init/found-project.ts';
import type {FoundProject} from './init/found-project.ts';
import {askChoices} from './init/questions.ts';
import {describeFound} from './init/report.ts';
import {interruptible} from './stop-on-signal.ts';

const OPTIONS = {
  yes: {type: 'boolean', help: 'asks nothing, and uses the default answers'},
  'dry-run': {type: 'boolean', help: 'prints the changes as a diff, and changes nothing'},
  'no-install': {
    type: 'boolean',
    help: 'prints the commands that install packages and a browser, and does not run them',
  },
} as const satisfies OptionSpecs;

export const DESCRIPTION: CommandDescription = {
  name: 'init',
  usage: ['init [folder] [options]'],
  summary: `Adds simhost to a project: packages, a Playwright config, one test for each embedded app, extension, Mini, storefront or page, and a workflow for CI.
It runs each of them once, and writes what it shows into its test. Files that exist are kept. A second run changes nothing.`,
  options: OPTIONS,
};

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'init',
    allowPositionals: true,
    options: OPTIONS,
  });
  const [folder = '.', ...others] = positionals;
  if (others.length > 0) {
    throw new SimhostError('ERR_USAGE', `Unexpected argument: ${others.join(' ')}.`, {
      next: 'simhost init takes one folder.',
    });
  }

  const found = await findProject(resolve(folder), process.env['npm_config_user_agent']);
  const print: Print = (text) => console.log(text);
  print(describeFound(found));
  const installs = values['no-install'] !== true;
  if (values['dry-run'] === true) return printChanges(found, defaultChoices(found, {installs}), print);

  const choices =
    values.yes === true ? defaultChoices(found, {installs}) : await askedChoices(found, installs);
  if (choices !== null) await interruptible((signal) => apply(found, choices, {print, signal}));
}

async function askedChoices(found: FoundProject, installs: boolean): Promise<Choices | null> {
  if (!process.stdin.isTTY) {
    throw new SimhostError('ERR_USAGE', 'simhost init asks questions, and no terminal can answer them.', {
      next: 'Run simhost init --yes, or see what it would do by simhost init --dry-run.',
    });
  }
  const choices = await askChoices(found);
  return choices === null ? null : {...choices, installs: choices.installs && installs};
}
