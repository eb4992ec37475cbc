import type {CaseId} from '../core/cases/case-id.ts';
import type {Profile} from '../core/cases/case.ts';
import {CASE_GROUPS, CASE_IDS, caseOf, groupOf} from '../core/cases/catalogue.ts';
import type {CaseGroup} from '../core/cases/catalogue.ts';
import {describeExpectations, placesOf} from '../core/cases/describe.ts';
import {PROFILES} from '../core/cases/expect.ts';
import {SimhostError, nearest} from '../errors.ts';
import {readArguments} from './arguments.ts';

const GROUPS = Object.keys(CASE_GROUPS) as CaseGroup[];

export const HELP: string = `Usage: simhost cases [text…] [options]

Lists the catalogue: every named way in which a token, a request, a clock or a host goes wrong.

text              only cases whose name or description holds all of these words

options
  --profile <name>  only those for backends of ${PROFILES.join(', ')}
  --group <name>    only those of ${GROUPS.join(', ')}
  --json            everything that is known of each`;

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'cases',
    allowPositionals: true,
    options: {profile: {type: 'string'}, group: {type: 'string'}, json: {type: 'boolean', default: false}},
  });

  const profile = oneOf('profile', values.profile, PROFILES);
  const group = oneOf('group', values.group, GROUPS);
  const words = positionals.map((word) => word.toLowerCase());
  const found = CASE_IDS.filter((id) => fits(id, {profile, group, words}));

  if (found.length === 0) {
    const near = nearest(words.join(' '), CASE_IDS);
    throw new SimhostError('ERR_UNKNOWN_CASE', 'No case is like that.', {
      next: near === undefined ? 'simhost cases lists all of them.' : `Did you mean "${near}"?`,
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
  const {expects, title} = caseOf(id);
  const text = `${id} ${title}`.toLowerCase();
  if (profile !== undefined && expects[profile] === undefined) return false;
  return (group === undefined || groupOf(id) === group) && words.every((word) => text.includes(word));
}

function describe(id: CaseId): object {
  const {mechanism, expects, ...rest} = caseOf(id);
  const variants =
    'variants' in mechanism ? Object.keys(mechanism.variants).filter((name) => name !== '') : [];
  const headers = ([name, pattern]: readonly [string, RegExp]): [string, string] => [name, pattern.source];

  const told = Object.entries(expects).map(([profile, expectation]) => [
    profile,
    {
      ...expectation,
      ...(expectation.headers === undefined
        ? {}
        : {headers: Object.fromEntries(Object.entries(expectation.headers).map(headers))}),
    },
  ]);

  return {
    id,
    group: groupOf(id),
    ...rest,
    places: placesOf(id),
    at: mechanism.at,
    variants,
    expects: Object.fromEntries(told) as object,
  };
}

function listed(ids: readonly CaseId[]): string {
  const lines: string[] = [];
  let group: CaseGroup | undefined;

  for (const id of ids) {
    if (groupOf(id) !== group) lines.push(...(group === undefined ? [] : ['']), (group = groupOf(id)));
    lines.push(
      `  ${id.padEnd(30)} ${caseOf(id).title}`,
      `  ${' '.repeat(30)} ${describeExpectations(caseOf(id)).replaceAll('`', '')}`,
    );
  }

  return [...lines, '', `${ids.length} ${ids.length === 1 ? 'case' : 'cases'}`].join('\n');
}

function oneOf<Value extends string>(
  option: string,
  value: string | undefined,
  known: readonly Value[],
): Value | undefined {
  const found = known.find((each) => each === value);
  if (found !== undefined || value === undefined) return found;
  const near = nearest(value, known);
  throw new SimhostError('ERR_BAD_OPTION', `No ${option} is called "${value}".`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${known.join(', ')}.`,
  });
}
