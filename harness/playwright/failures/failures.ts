import {test} from '@playwright/test';
import type {TestInfo} from '@playwright/test';
import type {CaseId} from '../../core/cases/case-id.ts';
import {caseOf} from '../../core/cases/catalogue.ts';
import {SimhostError} from '../../errors.ts';
import {redact} from '../../redact.ts';
import {appliesTo} from '../../core/cases/expectations.ts';
import {PROFILES} from '../../core/cases/profile-groups.ts';
import {describeProblem, requestLine} from '../../core/verdicts/request-line.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {
  attachAll,
  describeExtensionLog,
  describePageLog,
  explanationsOf,
  withoutRepetition,
} from './explanations.ts';
import {describeError} from '../recorders/extension-errors.ts';
import type {Admin} from '../admin.ts';
import type {Mini} from '../mini.ts';
import {describeMiniError} from '../recorders/mini-errors.ts';
import type {Host} from '../host.ts';
import type {Requests} from '../recorders/requests.ts';
import {describeHang, PAGE_BUSY} from './stuck.ts';
import type {Storefront} from '../storefront.ts';

/** Milliseconds that a worker gets to answer at the end of a good test: on a busy machine an honest one may take a while. */
const LONG_PATIENCE = 5000;

/** The same for a test that has failed already. */
const SHORT_PATIENCE = 1000;

export async function explainHost(host: Host, simulation: SimulationCore, testInfo: TestInfo): Promise<void> {
  const {requests} = host;
  const {extensions} = simulation;
  const [hanging, isPageBusy] = await Promise.all([
    extensions.hanging(SHORT_PATIENCE),
    extensions.isPageBusy(SHORT_PATIENCE),
  ]);

  const hangs = [...hanging.map((mount) => describeHang(mount)), ...(isPageBusy ? [PAGE_BUSY] : [])];
  const errors = host.errors.all.map(describeError);

  const explanations = explanationsOf({
    who: 'extension',
    hangs,
    errors,
    requests,
    logs: host.logs.all.map(describeExtensionLog),
  });

  await attachAll(explanations, simulation, testInfo);
  await attachRequests(requests, simulation, testInfo);
}

/** Every detail of the requests, for programs; and each as a step of the trace. */
async function attachRequests(
  requests: Requests,
  simulation: SimulationCore,
  testInfo: TestInfo,
): Promise<void> {
  await testInfo.attach('requests.json', {
    body: redact(JSON.stringify(requests.all, null, 2), simulation.secrets),
    contentType: 'application/json',
  });
  for (const entry of requests.all) await test.step(redact(titleOf(entry), simulation.secrets), () => {});
}

/** Returns the problem of a request, or its line if it had none. */
function titleOf(request: LoggedRequest): string {
  return describeProblem(request) ?? requestLine(request);
}

export async function explainMini(mini: Mini, simulation: SimulationCore, testInfo: TestInfo): Promise<void> {
  const {requests} = mini;
  const logs = mini.logs.all.map(describePageLog);
  const errors = mini.errors.all.map(describeMiniError);

  await attachAll(explanationsOf({who: 'Mini', errors, requests, logs}), simulation, testInfo);
  for (const error of mini.errors.unexpected) {
    await test.step(redact(describeMiniError(error).split('\n')[0] ?? '', simulation.secrets), () => {});
  }

  await attachRequests(requests, simulation, testInfo);
}

export async function explainStorefront(
  storefront: Storefront,
  simulation: SimulationCore,
  testInfo: TestInfo,
): Promise<void> {
  const {requests} = storefront;
  const errors = storefront.errors.all.map(({message, stack}) => stack ?? message);
  const logs = storefront.logs.all.map(describePageLog);

  await attachAll(explanationsOf({who: 'page', errors, requests, logs}), simulation, testInfo);
  await attachRequests(requests, simulation, testInfo);
}

export async function explainAdmin(
  admin: Admin,
  simulation: SimulationCore,
  testInfo: TestInfo,
): Promise<void> {
  const {requests} = admin;
  const errors = admin.errors.all.map(({message, stack}) => stack ?? message);
  const logs = admin.logs.all.map(describePageLog);

  await attachAll(explanationsOf({who: 'app', errors, requests, logs}), simulation, testInfo);
  await attachRequests(requests, simulation, testInfo);
}

export function failMiniByName(mini: Mini, simulation: SimulationCore): void {
  const undelivered = simulation.minis.arranged.undelivered();
  if (undelivered.length > 0) {
    throw new SimhostError(
      'ERR_ANSWER_NOT_GIVEN',
      `Arranged by mini.answer(), but nothing asked for it:\n${undelivered.join('\n')}`,
      {
        next: 'Arrange it before the Mini or its backend asks, or remove it from the test.',
      },
    );
  }

  refuseUndelivered(simulation);
  const [first] = mini.errors.unexpected;
  if (first === undefined) return;

  throw new SimhostError(
    'ERR_MINI_FAILED',
    redact(withoutRepetition(mini.errors.unexpected.map(describeMiniError)).join('\n'), simulation.secrets),
    {
      next: 'If the test means this error: await mini.errors.waitFor("its message").',
    },
  );
}

export async function failHostByName(
  host: Pick<Host, 'errors'>,
  simulation: SimulationCore,
  {timeout}: Pick<TestInfo, 'timeout'>,
): Promise<void> {
  const {extensions} = simulation;
  const patience = timeout === 0 ? LONG_PATIENCE : Math.min(LONG_PATIENCE, timeout / 2);
  const hanging = await extensions.hanging(patience);

  if (hanging.length > 0) {
    throw new SimhostError('ERR_EXTENSION_HANGS', hanging.map(describeHang).join('\n'), {
      next: 'Look for a loop without an end in what the test made it do, such as the handler of a click.',
    });
  }

  refuseUndelivered(simulation);
  if (simulation.pages.unreportedCrash !== undefined) throw simulation.pages.unreportedCrash;

  if (host.errors.unexpected.length > 0) {
    throw new SimhostError(
      'ERR_EXTENSION_THREW',
      redact(withoutRepetition(host.errors.unexpected.map(describeError)).join('\n'), simulation.secrets),
      {
        next: 'If the test means this error: await host.errors.waitFor("its message").',
        cause: host.errors.unexpected[0]?.error,
      },
    );
  }
}

export function refuseUndelivered(simulation: SimulationCore): void {
  const undelivered = simulation.undeliveredCases();
  if (undelivered.length > 0) {
    const list = undelivered
      .map(({id, delivered, times}) => `${id} (happened ${delivered} of ${times} times${onlyFor(id)})`)
      .join(', ');
    throw new SimhostError('ERR_CASE_NOT_DELIVERED', `Armed, but nothing asked for it: ${list}.`, {
      next: 'Arm it before a token is asked for, or remove it from the test.',
    });
  }
}

/** Names the profiles that the case applies to; empty if it applies to all. */
function onlyFor(id: CaseId): string {
  const entry = caseOf(id);
  const profiles = PROFILES.filter((profile) => appliesTo(entry, profile));
  return profiles.length === 0 || profiles.length === PROFILES.length ? '' : `; for ${profiles.join(', ')}`;
}
