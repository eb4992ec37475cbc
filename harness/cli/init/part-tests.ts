import {NO_SKEWS} from '../../dev/copy/step.ts';
import {REAL_TIME} from '../../clock.ts';
import type {BackendCommand, SeenContent, SeenRequest} from '../../wire/first-look.ts';
import {APP_FIXTURE, HOST_FIXTURE, STORE_FIXTURE, miniFixture} from '../../dev/copy/copied-fixture.ts';
import type {CopiedFixture} from '../../dev/copy/copied-fixture.ts';
import type {Take} from '../../dev/copy/recording.ts';
import {code, locator} from '../../dev/copy/test-code.ts';
import {IMPORT_LINE, testLines, useLines} from '../../dev/copy/test-file.ts';
import type {CopiedExtension, CopyContext, TestEnd} from '../../dev/copy/test-file.ts';
import {wordsOf} from './part-look.ts';
import type {PartLook, Seen} from './part-look.ts';
import {valueExpectation, valueTitle} from './value-tests.ts';
import type {ExtensionPart, FoundTarget, Part} from './parts.ts';

/** The situation in which each test of init begins. */
const START: Take = {
  start: {
    customer: 'ada',
    staff: 'grace',
    locale: 'en',
    clock: REAL_TIME,
    skews: NO_SKEWS,
    change: {},
    extensions: [],
  },
  steps: [],
};

/** A test of a part: its look, and the place that it shows. */
interface PartTest {
  readonly id: string;
  /** The subject of its title. */
  readonly name: string;
  /** The end of its title, if the part has several tests. */
  readonly at: string;
  readonly fixture: CopiedFixture;
  readonly extensions: readonly CopiedExtension[];
  /** The call that returns the value of a target; `null` for what is shown. */
  readonly call: string | null;
}

/** Names the looks that a part needs: one for each target of an extension. */
export function lookNames(part: Part): readonly string[] {
  return testsOf(part, null).map(({id}) => id);
}

/** The facts that the test file of a part depends on. */
export interface PartTestFacts {
  readonly seenOf: (id: string) => Seen;
  /** The address of an ordinary page. */
  readonly url: string | null;
  /** The backends that the config does not have. */
  readonly backends: Readonly<Record<string, BackendCommand>>;
}

/** Writes the test file of a part; `null` if none of its tests would be green. */
export function partTestFile(part: Part, {seenOf, url, backends}: PartTestFacts): string | null {
  const tests = testsOf(part, url).flatMap(({id, name, at, fixture, extensions, call}) => {
    const seen = seenOf(id);
    if (seen.kind === 'failed') return [];

    const context = contextOf(fixture, extensions);
    const look = seen.kind === 'seen' ? seen.look : null;
    const expectation =
      call === null
        ? expectationOf(`${name} ${titleOf(look)}${at}`, look, context)
        : valueExpectation(`${name} ${valueTitle(look)}${at}`, look, call);
    return [['', ...testLines(START, expectation, context)].join('\n')];
  });

  if (tests.length === 0) return null;
  const options = useLines(START, {...contextOf(HOST_FIXTURE, []), backends});
  return `${[IMPORT_LINE, ...(options.length === 0 ? [] : ['', ...options.slice(0, -1)]), ...tests].join('\n')}\n`;
}

function testsOf(part: Part, url: string | null): readonly PartTest[] {
  const whole = {id: part.folder, name: part.name, at: '', extensions: [], call: null};
  switch (part.kind) {
    case 'extension':
      return part.targets.map((target) => ofTarget(part, target));
    case 'app':
      return [{...whole, fixture: APP_FIXTURE}];
    case 'mini':
      return [{...whole, fixture: miniFixture(part.folder)}];
    case 'storefront':
      return [{...whole, fixture: STORE_FIXTURE}];
    case 'page':
      return [{...whole, fixture: pageFixture(url ?? '')}];
  }
}

function ofTarget({folder}: ExtensionPart, found: FoundTarget): PartTest {
  const {target, isRun, handle, name, needsTarget, needsHandle} = found;
  const extension = {handle, folder, target: needsTarget ? target : null, needsHandle, settings: {}};
  const options = {target, ...(needsHandle ? {handle} : {})};
  return {
    id: `${folder} ${handle} ${target}`,
    name,
    at: `${needsTarget ? ` at ${target}` : ''}${needsHandle ? ` as ${handle}` : ''}`,
    fixture: HOST_FIXTURE,
    extensions: isRun ? [] : [extension],
    call: isRun ? `await host.run(${code(folder)}, ${code(options)})` : null,
  };
}

function pageFixture(url: string): CopiedFixture {
  return {
    name: 'host',
    taken: 'host, page',
    page: 'page',
    opening: () => ['await host.inject();', `await page.goto(${code(url)});`],
  };
}

function contextOf(fixture: CopiedFixture, extensions: readonly CopiedExtension[]): CopyContext {
  return {fixture, extensions, backends: {}, layout: undefined, requests: [], handleOf: () => undefined};
}

function titleOf(look: PartLook | null): string {
  if (look?.isHidden === true) return 'is hidden';
  const [first] = look?.content ?? [];
  if (first === undefined) return 'starts';
  return `shows '${wordsOf(first)}'`;
}

function expectationOf(title: string, look: PartLook | null, {fixture, extensions}: CopyContext): TestEnd {
  const [mounted] = extensions;
  return {
    title,
    statements: (extension) => {
      const shown = mounted === undefined ? fixture.page : extension(mounted.handle);
      return look === null
        ? notTried(shown)
        : [...contentLines(shown, fixture, look), ...requestLines(fixture, look)];
    },
  };
}

function notTried(shown: string): readonly string[] {
  return [
    '// init could not run this. Replace the next line by what it shows.',
    `await expect(${bodyOf(shown)}).toContainText(/\\S/);`,
  ];
}

function contentLines(
  shown: string,
  {name}: CopiedFixture,
  {content, hasText, isHidden}: PartLook,
): readonly string[] {
  if (isHidden) return [`await expect(${shown}).toBeHidden(); // by its should_render module`];
  if (content.length > 0)
    return content.map((each) => `await expect(${contentLocator(shown, each)}).toBeVisible();`);
  if (hasText) return [`await expect(${bodyOf(shown)}).toContainText(/\\S/);`];
  return [
    '// Waits until no request is under way. Before that, every part is empty.',
    `await expect(${name}.requests).not.toHaveRequest('https://never.invalid/');`,
    `await expect(${bodyOf(shown)}).toHaveText(''); // shows nothing in this situation`,
  ];
}

/** The text of a whole page or frame is that of its body. */
function bodyOf(shown: string): string {
  return shown === 'page' || shown === 'app' ? `${shown}.locator('body')` : shown;
}

function contentLocator(shown: string, content: SeenContent): string {
  if (content.kind === 'text') return `${shown}.getByText(${code(content.text)}, {exact: true})`;
  return locator(shown, {role: content.role, name: content.name, exact: true, nth: null});
}

function requestLines({name}: CopiedFixture, {requests}: PartLook): readonly string[] {
  return requests
    .filter(({outcome}) => outcome === 'backend' || outcome === 'platform')
    .flatMap(({method, url, status, token}: SeenRequest) => [
      `await expect(${name}.requests).toHaveRequest(${code(url)}, {`,
      ...(method === 'GET' ? [] : [`  method: ${code(method)},`]),
      `  status: ${String(status)},`,
      ...(token === null || Object.keys(token).length === 0 ? [] : [`  token: ${code(token)},`]),
      '});',
    ]);
}
