import type {CaseId} from '../core/cases/case-id.ts';
import type {Expectation, Profile} from '../core/cases/case.ts';
import {CASE_GROUPS, CASE_IDS, caseOf, groupOf} from '../core/cases/catalogue.ts';
import type {CaseGroup} from '../core/cases/catalogue.ts';
import {describeExpectations, placesOf} from '../core/cases/describe.ts';
import {SimhostError} from '../errors.ts';
import {didYouMean, oneOf} from '../known-values.ts';
import {appliesTo} from '../core/cases/expectations.ts';
import {PROFILES} from '../core/cases/profile-groups.ts';
import {readArguments} from './arguments.ts';
import type {CommandDescription, OptionSpecs} from './command.ts';

const GROUPS = Object.keys(CASE_GROUPS) as CaseGroup[];

const OPTIONS = {
  profile: {type: 'string', value: '<name>', help: `only cases for backends of ${PROFILES.join(', ')}`},
  group: {type: 'string', value: '<name>', help: `only cases of ${GROUPS.join(', ')}`},
  json: {type: 'boolean', default: false, help: 'prints everything that is known about each case'},
} as const satisfies OptionSpecs;

export const DESCRIPTION: CommandDescription = {
  name: 'cases',
  usage: ['cases [word…] [options]'],
  summary: 'Lists the catalogue: every named way in which a token, a request, a clock or a host goes wrong.',
  before: [
    {title: 'arguments', rows: [['word…', 'only cases whose name or title contains all of these words']]},
  ],
  options: OPTIONS,
};

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'cases',
    allowPositionals: true,
    options: OPTIONS,
  });

  const profile = values.profile === undefined ? undefined : oneOf('--profile', values.profile, PROFILES);
  const group = values.group === undefined ? undefined : oneOf('--group', values.group, GROUPS);
  const words = positionals.map((word) => word.toLowerCase());
  const found = CASE_IDS.filter((id) => fits(id, {profile, group, words}));

  if (found.length === 0) {
    throw new SimhostError('ERR_UNKNOWN_CASE', 'No case matches.', {
      next: didYouMean(words.join(' '), CASE_IDS, {label: null, note: 'simhost cases lists all of them.'}),
    });
  }

  console.log(values.json ? JSON.stringify(found.map(describe), null, 2) : listed(found));
}

interface Filter {
  readonly profile: Profile | undefined;
  readonly group: CaseGroup | undefined;
  readonly words: readonly string[];
}

function fits(id: CaseId, {profile, group, words}: Filter): boolean {
  const entry = caseOf(id);
  if (profile !== undefined && !appliesTo(entry, profile)) return false;

  const text = `${id} ${entry.title}`.toLowerCase();
  return (group === undefined || groupOf(id) === group) && words.every((word) => text.includes(word));
}

function describe(id: CaseId): object {
  const {mechanism, expects, ...rest} = caseOf(id);
  const expected: readonly (readonly [string, Expectation | string])[] = Object.entries(expects ?? {});
  const variants =
    'variants' in mechanism ? Object.keys(mechanism.variants).filter((name) => name !== '') : [];

  return {
    id,
    group: groupOf(id),
    ...rest,
    places: placesOf(id),
    kind: mechanism.kind,
    variants,
    expects: Object.fromEntries(
      expected.map(([profile, each]) => [
        profile,
        typeof each === 'string' ? {notApplicable: each} : withPatternSources(each),
      ]),
    ),
  };
}

function withPatternSources({headers, ...expectation}: Expectation): object {
  if (headers === undefined) return expectation;

  const sources = Object.entries(headers).map(([name, pattern]) => [name, pattern.source]);
  return {...expectation, headers: Object.fromEntries(sources)};
}

function listed(ids: readonly CaseId[]): string {
  const lines: string[] = [];
  let group: CaseGroup | undefined;

  for (const id of ids) {
    if (groupOf(id) !== group) {
      if (group !== undefined) lines.push('');
      group = groupOf(id);
      lines.push(group);
    }

    lines.push(
      `  ${id.padEnd(30)} ${caseOf(id).title}`,
      `  ${' '.repeat(30)} ${describeExpectations(caseOf(id)).replaceAll('`', '')}`,
    );
  }

  return [...lines, '', `${ids.length} ${ids.length === 1 ? 'case' : 'cases'}`].join('\n');
}
