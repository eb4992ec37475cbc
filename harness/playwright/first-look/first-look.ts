/** The tests by which `simhost init` sees what the parts of a project show and request. */
import {readFileSync} from 'node:fs';
import type {Locator, TestInfo} from '@playwright/test';
import {APP_FRAME, BRIDGE_MARK} from '../../wire/admin.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import {LOOK_ATTACHMENT, LOOK_VARIABLE} from '../../wire/first-look.ts';
import type {Look, LookTask, LookedAt, SeenContent, SeenRequest} from '../../wire/first-look.ts';
import type {Verdict} from '../../wire/verdict.ts';
import type {Admin} from '../admin.ts';
import {test} from '../fixtures.ts';
import {expect} from '../matchers/matchers.ts';
import type {PlatformFixture} from '../platform-fixture.ts';
import {candidatesIn} from './candidates.ts';
import {isOfPart} from './own-request.ts';

/** A URL that nobody requests. */
const NEVER = 'https://simhost-init.invalid/';

/** Milliseconds that a part may take to say what it shows. */
const PATIENCE = 5000;

for (const task of readTasks()) {
  test.describe(() => {
    test.use({backends: task.backends});
    if (task.account !== undefined) test.use({vtex: {account: task.account}});
    lookAt(task);
  });
}

function readTasks(): readonly LookTask[] {
  const file = process.env[LOOK_VARIABLE];
  return file === undefined ? [] : (JSON.parse(readFileSync(file, 'utf8')) as LookTask[]);
}

function lookAt({id, part, frozenAt}: LookTask): void {
  switch (part.kind) {
    case 'extension':
      return lookAtExtension(id, part, frozenAt);

    case 'mini':
      test(id, async ({mini}, testInfo) => {
        await look(mini, {frozenAt, testInfo, open: () => mini.open(part.folder)});
      });
      return;

    case 'app':
      return lookAtApp(id, frozenAt);

    case 'storefront':
      test(id, async ({storefront, page}, testInfo) => {
        const open = async (): Promise<Locator> => {
          await storefront.signIn('ada');
          await storefront.open('/');
          return page.locator('body');
        };
        await look(storefront, {frozenAt, testInfo, open});
      });
      return;

    case 'page':
      test(id, async ({host, page}, testInfo) => {
        const open = async (): Promise<Locator> => {
          await host.inject();
          await page.goto(part.url);
          return page.locator('body');
        };
        await look(host, {frozenAt, testInfo, open});
      });
  }
}

function lookAtExtension(
  id: string,
  part: Extract<LookedAt, {kind: 'extension'}>,
  frozenAt: LookTask['frozenAt'],
): void {
  test(id, async ({host, simulation}, testInfo) => {
    const {folder, target, handle, isRun, hasCondition} = part;
    const notices = (): readonly string[] => simulation.notices.all.map(({message}) => message);
    if (isRun) await lookAtValue(host, {frozenAt, testInfo, open: () => host.run(folder, {target, handle})});
    else {
      const open = (): Promise<Locator> => host.mount(folder, {target, handle});
      await look(host, {frozenAt, testInfo, hasCondition, notices, open});
    }
  });
}

function lookAtApp(id: string, frozenAt: string | null): void {
  test(id, async ({admin}, testInfo) => {
    const open = async (): Promise<Locator> => (await admin.open()).locator('body');
    await look(admin, {frozenAt, testInfo, open});
    await refuseWithoutBridge(admin);
  });
}

/** Fails for a server that answers, and shows no page of an embedded app. */
async function refuseWithoutBridge({page}: Admin): Promise<void> {
  const frame = page.frame({name: APP_FRAME});
  const found = await frame?.evaluate(
    (key) => Reflect.get(globalThis, Symbol.for(key)) as unknown,
    BRIDGE_MARK,
  );
  if (found !== undefined && typeof found !== 'string') return;
  throw new Error('Its document does not load App Bridge.');
}

interface LookOptions<Opened> {
  readonly frozenAt: string | null;
  readonly testInfo: TestInfo;
  readonly open: () => Promise<Opened>;
  /** Whether a condition can hide it. Default: `false`. */
  readonly hasCondition?: boolean;
  /** Returns the messages of notices. They matter if a part shows nothing. Default: none. */
  readonly notices?: () => readonly string[];
}

/** Opens a part and attaches what it shows. The requests are attached also if it fails. */
async function look(
  fixture: PlatformFixture,
  {frozenAt, testInfo, open, hasCondition = false, notices = () => []}: LookOptions<Locator>,
): Promise<void> {
  let shown: Locator | undefined;

  try {
    if (frozenAt !== null) await fixture.clock.freeze(frozenAt);
    shown = await open();
    await settle(fixture);
  } finally {
    const text = await shown?.innerText({timeout: PATIENCE}).catch(() => '');
    const hasText = text !== undefined && text.trim() !== '';
    const isHidden = hasCondition && shown !== undefined && (await shown.isHidden());
    const {requests, problems} = requestsOf(fixture);
    await attach(testInfo, {
      content: shown === undefined ? [] : await contentOf(shown),
      ...{hasText, isHidden, value: null, requests},
      problems: hasText || isHidden ? problems : [...problems, ...notices()],
    });
  }
}

/** Asks a target for its value and attaches that. */
async function lookAtValue(
  fixture: PlatformFixture,
  {frozenAt, testInfo, open}: LookOptions<unknown>,
): Promise<void> {
  let value: unknown;

  try {
    if (frozenAt !== null) await fixture.clock.freeze(frozenAt);
    value = await open();
  } finally {
    const nothing = {content: [], hasText: false, isHidden: false};
    await attach(testInfo, {...nothing, value: JSON.stringify(value) ?? null, ...requestsOf(fixture)});
  }
}

async function attach(testInfo: TestInfo, seenPart: Look): Promise<void> {
  const body = JSON.stringify(seenPart);
  await testInfo.attach(LOOK_ATTACHMENT, {body, contentType: 'application/json'});
}

function requestsOf({requests}: PlatformFixture): Pick<Look, 'requests' | 'problems'> {
  const own = requests.all.filter(isOfPart);
  const problems = own.flatMap(({outcome, problem}) =>
    outcome === 'platform' && problem !== null ? [sentenceOf(problem)] : [],
  );
  return {requests: own.map(seen), problems: [...new Set(problems)]};
}

function sentenceOf({headline, cause, fix}: Verdict): string {
  return `${headline}: ${cause}.${fix === null ? '' : ` ${fix}`}`;
}

/** Waits until nothing is under way. A part that never rests is looked at as it is. */
async function settle({requests}: PlatformFixture): Promise<void> {
  await expect(requests)
    .not.toHaveRequest(NEVER)
    .catch(() => {});
}

/** Returns what a locator of a test finds exactly once. */
async function contentOf(shown: Locator): Promise<readonly SeenContent[]> {
  const snapshot = await shown.ariaSnapshot({timeout: PATIENCE}).catch(() => '');
  const found: SeenContent[] = [];

  for (const candidate of candidatesIn(snapshot)) {
    const locator =
      candidate.kind === 'role'
        ? shown.getByRole(candidate.role as 'heading', {name: candidate.name, exact: true})
        : shown.getByText(candidate.text, {exact: true});
    if ((await locator.count()) === 1 && (await locator.isVisible())) found.push(candidate);
  }

  return found;
}

function seen({method, url, status, outcome, token}: LoggedRequest): SeenRequest {
  return {method, url, status, outcome, token: token === null ? null : claimsOf(token)};
}

/** Picks the claims by which a reader knows the token: the customer, else the shop. */
function claimsOf(token: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const name = ['sub', 'dest', 'account'].find((each) => typeof token[each] === 'string');
  return name === undefined ? {} : {[name]: String(token[name])};
}
