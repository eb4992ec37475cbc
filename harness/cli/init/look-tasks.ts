import {resolve} from 'node:path';
import type {BackendCommand, Look, LookTask, LookedAt} from '../../wire/first-look.ts';
import {steadyLook, wordsOf} from './part-look.ts';
import type {Seen} from './part-look.ts';
import type {Part} from './parts.ts';

/** A part, or a target of an extension, that is looked at. */
export interface Subject {
  /** The id of its test. */
  readonly id: string;
  readonly part: LookedAt;
  /** Backends that it has in any case, such as the server of a store. */
  readonly backends: Readonly<Record<string, BackendCommand>>;
  readonly account?: string;
}

/** A way to answer the requests of a project: its backends by origin. */
export interface Variant {
  readonly name: string;
  /** The backends of the look, with absolute paths. */
  readonly backends: Readonly<Record<string, BackendCommand>>;
  /** The same backends, as the config names them. */
  readonly written: Readonly<Record<string, BackendCommand>>;
  /** Whether a refusal by the backend counts as a failure. */
  readonly isOwn: boolean;
}

/** The result of one look. */
export interface LookResult {
  readonly isGreen: boolean;
  readonly error: string | null;
  readonly look: Look | null;
}

/** Words on a page that expected more of an answer. */
const HOLE = /\b(?:undefined|NaN)\b|\[object Object\]/;

/** Days from the first look to the later one. They change the weekday, and the day, month and year of the date. */
const DAYS_BETWEEN = 1600;

/** URLs that a day or a run can change: those with a query, a long number, a date or a UUID. */
const UNSTEADY_URL = /\?|\d{5}|\d{4}[-/]\d{1,2}[-/]\d{1,2}|[\da-f]{8}-[\da-f]{4}-/i;

/** Content that a day can change: numbers, names of days and months, greetings. */
const UNSTEADY_WORDS = [
  /\d/,
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i,
  /\b(?:january|february|april|june|july|august|september|october|november|december)\b/i,
  // In small letters, some of these are ordinary words.
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|March|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/,
  /\b(?:MARCH|MAY)\b/,
  /\b(?:morning|noon|afternoon|evening|night|midnight|today|tonight|tomorrow|yesterday|ago)\b/i,
];

const IS_HIDDEN_AT_TIMES = 'Its condition shows it at one simulated time and hides it at another.';

/** Milliseconds that a backend may take to start, so that init does not wait for one that needs more. */
const START_TIMEOUT = 30_000;

/** Lists the subjects of a project. `urlOf` gives the address of an ordinary page. */
export function subjectsOf(
  root: string,
  parts: readonly Part[],
  urlOf: (folder: string) => string,
): readonly Subject[] {
  return parts.flatMap((part): readonly Subject[] => {
    const id = part.folder;
    const folder = resolve(root, part.folder);

    switch (part.kind) {
      case 'extension':
        return part.targets.map(({target, isRun, hasCondition, handle}) => ({
          id: `${part.folder} ${handle} ${target}`,
          part: {kind: 'extension', folder, target, isRun, hasCondition, handle},
          backends: {},
        }));

      case 'app': {
        const backend = {command: part.command, cwd: resolve(root, part.cwd), startTimeout: START_TIMEOUT};
        return [{id, part: {kind: 'app'}, backends: {[part.origin]: backend}}];
      }

      case 'mini':
        return [{id, part: {kind: 'mini', folder}, backends: {}}];

      case 'storefront': {
        const backend = {command: part.command, cwd: folder, env: part.env, startTimeout: START_TIMEOUT};
        const backends = {[`https://${part.account}.myvtex.com`]: backend};
        return [{id, part: {kind: 'storefront'}, backends, account: part.account}];
      }

      case 'page':
        return [{id, part: {kind: 'page', url: urlOf(part.folder)}, backends: {}}];
    }
  });
}

/** Lists the looks at each subject in each variant: now and later. */
export function tasksOf(
  subjects: readonly Subject[],
  variants: readonly Variant[],
  now: Date,
): readonly LookTask[] {
  const later = laterThan(now).toISOString();
  return variants.flatMap((variant) =>
    subjects.flatMap(({id, part, backends, account}) =>
      [null, later].map((frozenAt) => ({
        id: taskId(variant.name, id, frozenAt === null ? 'now' : 'later'),
        part,
        backends: {...withTimeout(variant.backends), ...backends},
        ...(account === undefined ? {} : {account}),
        frozenAt,
      })),
    ),
  );
}

/** Returns another instant, with another date, month, weekday, minute and half of the day in local time. */
export function laterThan(now: Date): Date {
  const later = new Date(now);
  // The setters keep the local hour also if summer time begins or ends in between.
  later.setDate(now.getDate() + DAYS_BETWEEN);
  later.setHours((now.getHours() + 12) % 24, (now.getMinutes() + 17) % 60);
  return later;
}

function withTimeout(backends: Variant['backends']): Variant['backends'] {
  const entries = Object.entries(backends).map(([origin, each]) => [
    origin,
    {...each, startTimeout: START_TIMEOUT},
  ]);
  return Object.fromEntries(entries) as Variant['backends'];
}

function taskId(variant: string, id: string, time: 'now' | 'later'): string {
  return `${variant}: ${id} ${time}`;
}

/** Lists the origins that a part asked and nobody answered. */
export function unansweredOrigins(results: ReadonlyMap<string, LookResult>): readonly string[] {
  const refused = [...results.values()].flatMap(({look}) =>
    (look?.requests ?? []).filter(({outcome, url}) => outcome === 'refused' && /^https?:/.test(url)),
  );
  return [...new Set(refused.map(({url}) => new URL(url).origin))].toSorted();
}

/** Chooses the variant in which most subjects are green, and of those the first. */
export function bestVariant(
  subjects: readonly Subject[],
  variants: readonly Variant[],
  results: ReadonlyMap<string, LookResult>,
): Variant | undefined {
  const greens = variants.map((variant) => subjects.filter(({id}) => isGreen(variant, id, results)).length);
  return variants[greens.indexOf(Math.max(...greens))];
}

/** Lists the backends of a variant that answered. A Mini, for one, may not ask every host. */
export function answeringBackends(
  {name, written}: Variant,
  results: ReadonlyMap<string, LookResult>,
): Readonly<Record<string, BackendCommand>> {
  const looks = [...results].filter(([id]) => id.startsWith(`${name}: `)).map(([, {look}]) => look);
  const requests = looks.flatMap((look) => look?.requests ?? []);
  const answered = new Set(
    requests.filter(({outcome}) => outcome === 'backend').map(({url}) => new URL(url).origin),
  );
  return Object.fromEntries(Object.entries(written).filter(([origin]) => answered.has(origin)));
}

/** Returns what a variant showed of a subject. */
export function seenIn(variant: Variant, id: string, results: ReadonlyMap<string, LookResult>): Seen {
  const now = results.get(taskId(variant.name, id, 'now'));
  const later = results.get(taskId(variant.name, id, 'later'));
  if (now === undefined) return {kind: 'not tried'};
  if (!now.isGreen || now.look === null) return {kind: 'failed', reason: reasonOf(now.error)};

  if (later?.isGreen === true && later.look !== null) {
    if (now.look.isHidden !== later.look.isHidden) return {kind: 'failed', reason: IS_HIDDEN_AT_TIMES};
    return {kind: 'seen', look: steadyLook(now.look, later.look)};
  }
  const steady = withoutUnsteady(now.look);
  return {kind: 'seen', look: steadyLook(steady, steady)};
}

/** Returns what was wrong with requests of a green subject that the platform answered, each with the fix. */
export function problemsIn(
  variant: Variant,
  id: string,
  results: ReadonlyMap<string, LookResult>,
): readonly string[] {
  return results.get(taskId(variant.name, id, 'now'))?.look?.problems ?? [];
}

/** Leaves out what a day probably changes. It is a guess for parts whose backend cannot follow a clock that stops. */
function withoutUnsteady(look: Look): Look {
  return {
    ...look,
    content: look.content.filter((each) => !UNSTEADY_WORDS.some((word) => word.test(wordsOf(each)))),
    requests: look.requests.filter(({url}) => !UNSTEADY_URL.test(url)),
  };
}

/** Takes the message of an error, without its name and its stack. */
function reasonOf(error: string | null): string {
  const [message = ''] = (error ?? 'It does not start.').split(/\n\s+at /);
  return message.replace(/^\w*Error: /, '').trim();
}

function isGreen(variant: Variant, id: string, results: ReadonlyMap<string, LookResult>): boolean {
  const now = results.get(taskId(variant.name, id, 'now'));
  if (now?.isGreen !== true) return false;
  if (!variant.isOwn) return now.look?.content.every((each) => !HOLE.test(wordsOf(each))) ?? true;

  const answers =
    now.look?.requests.filter(({outcome}) => outcome === 'backend' || outcome === 'failed') ?? [];
  return answers.every(({status}) => status !== null && status < 400);
}
