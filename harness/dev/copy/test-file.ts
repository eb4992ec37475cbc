import {REAL_TIME} from '../../clock.ts';
import type {SimulationChange} from '../../core/simulation/simulation-change.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import type {BackendOption} from '../../node/server/backend-options.ts';
import type {CopiedFixture} from './copied-fixture.ts';
import type {RecordedStep, Take} from './recording.ts';
import {NO_SKEWS, clockCall, skewCall} from './step.ts';
import {code, statement} from './test-code.ts';

/** An extension on the page, as a test mounts it. */
export interface CopiedExtension {
  readonly handle: string;
  /** The path from the folder of the Playwright config, with slashes. */
  readonly folder: string;
  /** The target, or `null` if the extension declares one alone. */
  readonly target: string | null;
  /** Whether a test has to name the handle, because several extensions of the folder have the target. */
  readonly needsHandle?: boolean;
  /** The settings that the author has given. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The facts about `simhost dev` that a copied test needs besides the recording. */
export interface CopyContext {
  readonly fixture: CopiedFixture;
  readonly extensions: readonly CopiedExtension[];
  readonly backends: Readonly<Record<string, BackendOption>>;
  readonly layout: string | undefined;
  /** The requests so far. */
  readonly requests: readonly LoggedRequest[];
  /** Returns the handle of the extension of a mount. */
  readonly handleOf: (mount: string) => string | undefined;
}

/** The end of a test: its title, and the statements after its steps. */
export interface TestEnd {
  readonly title: string;
  /** Statements. `extension` is the expression for an extension. */
  readonly statements: (extension: (handle: string) => string) => readonly string[];
  /** The case to arm, if any. */
  readonly armed?: {readonly id: string; readonly why: string} | undefined;
}

/** Writes a whole test file: the situation, the steps and the expectation. */
export function testFile(take: Take, expectation: TestEnd, context: CopyContext): string {
  return [IMPORT_LINE, '', ...useLines(take, context), ...testLines(take, expectation, context), ''].join(
    '\n',
  );
}

/** The line that imports what tests use. */
export const IMPORT_LINE = "import {test, expect} from 'simhost/playwright';";

/** Writes one test, without the imports and options of its file. */
export function testLines(take: Take, expectation: TestEnd, context: CopyContext): readonly string[] {
  const body = bodyOf(take, expectation, context);
  const taken = signsStaffIn(take, context) ? `admin, ${context.fixture.taken}` : context.fixture.taken;
  return [
    `test(${code(expectation.title)}, async ({${taken}}) => {`,
    ...body.map((line) => `  ${line}`),
    '});',
  ];
}

/** Writes the options of a file, unless all are the defaults. */
export function useLines({start}: Take, {backends, layout, fixture}: CopyContext): readonly string[] {
  const options = [
    ...(start.customer === 'ada' || fixture.name === 'storefront'
      ? []
      : [`customer: ${code(start.customer)}`]),
    ...(start.locale === 'en' ? [] : [`locale: ${code(start.locale)}`]),
    ...(layout === undefined ? [] : [`checkout: {layout: ${code(layout)}}`]),
    ...(Object.keys(backends).length === 0 ? [] : [`backends: ${code(backends)}`]),
  ];

  if (options.length === 0) return [];
  return ['test.use({', ...options.map((option) => `  ${option},`), '});', ''];
}

function bodyOf(take: Take, expectation: TestEnd, context: CopyContext): readonly string[] {
  const used = new Set<string>();
  const extension = (handle: string): string => {
    used.add(handle);
    return variableOf(handle, context);
  };

  const {fixture} = context;
  const {armed} = expectation;
  const arm =
    armed === undefined ? [] : [`await ${fixture.name}.arm(${code(armed.id)}); // ${comment(armed.why)}`];
  const lastDeed = take.steps.findLastIndex(({kind}) => kind === 'deed');

  const steps = take.steps.flatMap((step, index) => [
    ...waitBefore(step, take.steps[index - 1], context),
    ...(index === lastDeed ? arm : []),
    statement(step, fixture.name, (mount) => {
      const handle = mount === null ? undefined : context.handleOf(mount);
      return handle === undefined ? fixture.page : extension(handle);
    }),
  ]);

  const end = expectation.statements(extension);
  const isUsed = [...steps, ...end].some((line) => usesPage(line, fixture.page));
  const {customer, staff} = take.start;
  const startCalls = [clockCall(REAL_TIME, take.start.clock), skewCall(NO_SKEWS, take.start.skews)];
  const {before, after} = splitChange(take.start.change);
  return [
    ...(signsStaffIn(take, context) ? [`await admin.signIn(${code(staff)});`] : []),
    ...startCalls.flatMap((call) => (call === null ? [] : [`await ${fixture.name}.clock.${call};`])),
    ...updateLines(before, fixture.name),
    ...(lastDeed === -1 ? arm : []),
    ...context.extensions.map((each) => mountLine(each, used, context)),
    ...updateLines(after, fixture.name),
    ...fixture.opening({isUsed, customer: code(customer), staff}),
    ...steps,
    ...end,
  ];
}

/** Whether extensions of the admin are shown to another member of staff than at the start of each test. */
function signsStaffIn({start}: Take, {fixture}: CopyContext): boolean {
  return fixture.name === 'host' && start.staff !== 'grace';
}

/** Splits a change into what the first render needs, and what needs extensions on the page. */
function splitChange({declined, settings, editor, checkout, ...before}: SimulationChange): {
  readonly before: object;
  readonly after: object;
} {
  // An extension moves the buyer to the step of its target when it is mounted.
  const {step, ...cart} = checkout ?? {};
  return {
    before: Object.keys(cart).length === 0 ? before : {...before, checkout: cart},
    after: {declined, settings, editor, checkout: step === undefined ? undefined : {step}},
  };
}

function updateLines(change: object, fixture: string): readonly string[] {
  const written = code(change);
  return written === '{}' ? [] : [`await ${fixture}.update(${written});`];
}

/** Whether a statement has the expression of the page. */
function usesPage(line: string, page: string): boolean {
  return line.includes(`${page}.`) || line.includes(`(${page})`);
}

/** Waits for the last answer that came before a change of the situation, so that the test does not overtake it. */
function waitBefore(
  step: RecordedStep,
  previous: RecordedStep | undefined,
  {requests, fixture}: CopyContext,
): readonly string[] {
  if (step.kind === 'deed') return [];

  const last = requests.findLast(
    ({id, outcome, method, status}) =>
      id < step.after &&
      id >= (previous?.after ?? 0) &&
      outcome === 'backend' &&
      method !== 'OPTIONS' &&
      status !== null,
  );
  if (last === undefined) return [];
  return [
    `await ${fixture.name}.requests.waitFor({url: ${code(last.url)}, status: ${String(last.status)}});`,
  ];
}

function mountLine(extension: CopiedExtension, used: ReadonlySet<string>, context: CopyContext): string {
  const {handle, folder, target, needsHandle, settings} = extension;
  const options = {
    ...(target === null ? {} : {target}),
    ...(needsHandle === true ? {handle} : {}),
    ...(Object.keys(settings).length === 0 ? {} : {settings}),
  };

  const given = Object.keys(options).length === 0 ? '' : `, ${code(options)}`;
  const call = `await host.mount(${code(folder)}${given});`;
  return used.has(handle) ? `const ${variableOf(handle, context)} = ${call}` : call;
}

/** The variable of an extension: its handle, or `extension` if there is one alone. */
function variableOf(handle: string, {extensions}: CopyContext): string {
  if (extensions.length === 1) return 'extension';
  const name = handle.replaceAll(
    /[^A-Za-z0-9]+(.)?/g,
    (_, next: string | undefined) => next?.toUpperCase() ?? '',
  );
  return `${name}Extension`.replace(/^\d/, '_$&');
}

/** Text for the end of a line: nothing in it can end the comment. */
export function comment(text: string): string {
  return text.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
}
