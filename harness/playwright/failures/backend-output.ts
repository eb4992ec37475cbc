import type {TestInfo} from '@playwright/test';
import {redact} from '../../redact.ts';
import type {NoticeLog} from '../../notices.ts';
import {describeEnd, describeOutput} from '../../node/server/backend-output.ts';
import type {Backend} from '../../node/server/backend.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';

/** Attaches the output of each started backend to a failing test, as `backend <origin>`. The most useful line comes first. */
export async function attachBackendOutput(
  backends: readonly Backend[],
  {secrets}: SimulationCore,
  testInfo: TestInfo,
): Promise<void> {
  for (const {origin, command, ended, output} of backends) {
    const text = command === null ? null : describeOutput({command, ended: ended(), lines: output()});
    if (text === null) continue;
    await testInfo.attach(`backend ${origin}`, {body: redact(text, secrets), contentType: 'text/plain'});
  }
}

/** Reports each backend that ended while the test ran: the next test that needs it starts it again. */
export function noticeEndedBackends(backends: readonly Backend[], notices: NoticeLog): void {
  for (const {origin, command, ended, output} of backends) {
    const end = ended();
    if (command === null || end === null) continue;
    notices.add({
      code: 'backend-ended',
      message: `The backend of ${origin} ended during the test: ${describeEnd(command, end, output())}`,
      next: 'The next test that needs it starts it again.',
    });
  }
}
