import {createInterface} from 'node:readline';
import {messageOf} from '../errors.ts';
import {describeNotice} from '../notices.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import {describeBuildFailure, describeDelivery, describeError, describeLog} from './event-lines.ts';
import {LINE_COMMANDS_HELP, runLine} from './line-commands.ts';
import type {DevSession} from './line-commands.ts';

type Print = (text: string) => void;

/** Prints everything that happens in a simulation, but for its requests. */
export function printEvents({events, notices}: SimulationCore, print: Print): void {
  events.deliveries.subscribe((delivery) => {
    const line = describeDelivery(delivery);
    if (line !== null) print(line);
  });

  events.logs.subscribe((log) => print(describeLog(log)));
  events.errors.subscribe((error) => print(describeError(error)));
  events.crashes.subscribe((error) => print(error.message));
  notices.onNotice((notice) => print(describeNotice(notice)));
}

/** Carries out each line that is typed. */
export function listenToTerminal(session: DevSession, print: Print): void {
  createInterface({input: process.stdin}).on('line', (line) => {
    void answerTo(session, line).then((answer) => answer === null || print(answer));
  });
}

/** Carries out a typed line, and returns what the terminal prints. Builds that fail stay in sight below it. */
async function answerTo(session: DevSession, line: string): Promise<string | null> {
  const answer = await runLine(session, line).then(
    (text) => (text === LINE_COMMANDS_HELP ? `\n${text}\n` : text),
    (error: unknown) => `simhost: ${messageOf(error)}`,
  );

  const {buildFailures} = session.simulation.extensions.pageState;
  return answer === null ? null : [answer, ...buildFailures.map(describeBuildFailure)].join('\n');
}
