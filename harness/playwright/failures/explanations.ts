import type {TestInfo} from '@playwright/test';
import {redact} from '../../redact.ts';
import type {ExtensionLog} from '../../core/simulation/extension-events.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {PageLog} from '../recorders/logs.ts';
import type {Requests} from '../recorders/requests.ts';

/** An attachment of a failing test. Reporters print its first 300 characters, so the reason comes first. */
export interface Explanation {
  readonly name: string;
  readonly text: string;
}

/** The evidence that can explain a failing test. */
export interface Evidence {
  /** For the names of attachments. */
  readonly who: 'app' | 'extension' | 'Mini' | 'page';
  /** Sentences about extensions that hang. Default: none. */
  readonly hangs?: readonly string[];
  /** Errors, each with its message first. Default: none. */
  readonly errors?: readonly string[];
  readonly requests: Requests;
  /** Lines of the console, each with its level first. Default: none. */
  readonly logs?: readonly string[];
}

/** The attachments of a failing test, the most telling first. An empty one is left out. */
export function explanationsOf({who, hangs = [], errors = [], requests, logs = []}: Evidence): Explanation[] {
  const rows: readonly (readonly [name: string, text: string])[] = [
    [`${who} hangs`, hangs.join('\n')],
    [`${who} errors`, messagesFirst(errors)],
    ['requests', requests.describe()],
    [`${who} console`, loudestFirst(logs).join('\n')],
  ];

  return rows.filter(([, text]) => text !== '').map(([name, text]) => ({name, text}));
}

export async function attachAll(
  explanations: readonly Explanation[],
  {secrets}: SimulationCore,
  testInfo: TestInfo,
): Promise<void> {
  for (const {name, text} of explanations)
    await testInfo.attach(name, {body: redact(text, secrets), contentType: 'text/plain'});
}

/** Describes a console line of an extension: its level first. */
export function describeExtensionLog({handle, level, text, source}: ExtensionLog): string {
  return `${level}: ${text}${source === null ? '' : ` (${source})`} [${handle}]`;
}

/** Describes a console line of a page: its level first. */
export function describePageLog({level, text}: PageLog): string {
  return `${level}: ${text}`;
}

/** A stack of many lines must not hide the message of the next error. */
function messagesFirst(errors: readonly string[]): string {
  const listed = withoutRepetition(errors);
  if (listed.length < 2) return listed.join('\n');
  return [...listed.map((error) => error.split('\n')[0]), '', ...listed].join('\n');
}

/** Lists equal descriptions once, with their number, and leaves out what comes after many different ones. */
export function withoutRepetition(descriptions: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const each of descriptions) counts.set(each, (counts.get(each) ?? 0) + 1);

  const listed = [...counts].slice(0, MOST_LISTED).map(([description, count]) => {
    const [first = '', ...rest] = description.split('\n');
    return [count === 1 ? first : `${first} (${count} times)`, ...rest].join('\n');
  });
  const others = counts.size - listed.length;
  if (others === 0) return listed;
  return [...listed, others === 1 ? '1 other error is left out.' : `${others} other errors are left out.`];
}

/** The number of different errors that a message lists. */
const MOST_LISTED = 50;

/** Sorts console lines: errors, then warnings, then the rest. Each group keeps its order. */
function loudestFirst(logs: readonly string[]): readonly string[] {
  const [errors, others] = partition(logs, (line) => line.startsWith('error'));
  const [warnings, rest] = partition(others, (line) => line.startsWith('warn'));
  return [...errors, ...warnings, ...rest];
}

function partition(lines: readonly string[], isFirst: (line: string) => boolean): [string[], string[]] {
  return [lines.filter(isFirst), lines.filter((line) => !isFirst(line))];
}
