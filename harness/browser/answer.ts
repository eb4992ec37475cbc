import {SimhostError, messageOf} from '../errors.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import type {Question, Reply} from './shopify-global.ts';

/** The part of a simulation that answers a page. */
export type Answering = Pick<SimulationCore, 'clock' | 'issueSessionToken'> & {
  readonly tokenEpoch: Pick<SimulationCore['tokenEpoch'], 'value'>;
  readonly minis: Pick<SimulationCore['minis'], 'generateUserToken'>;
};

/** Answers a question of a page. Never rejects: an error is part of the reply. */
export async function answerPage(simulation: Answering, question: Question): Promise<Reply> {
  const epoch = simulation.tokenEpoch.value;
  try {
    return {ok: true, value: await valueFor(simulation, question), now: simulation.clock.now(), epoch};
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    return {ok: false, error: {name, message: messageOf(error), ...codeOf(error)}};
  }
}

async function valueFor(simulation: Answering, question: Question): Promise<unknown> {
  switch (question) {
    case 'time':
      return null;
    case 'session-token':
      return (
        (await simulation.issueSessionToken()) ??
        refuse('SessionTokenApiError', 'Error fetching session token.')
      );
    case 'user-token':
      return (await simulation.minis.generateUserToken()) ?? refuse('Error', 'Error generating user token.');
    default:
      throw new SimhostError(
        'ERR_UNKNOWN_QUESTION',
        `A page asked the simulation for "${String(question)}".`,
        {
          next: 'Use shopify.sessionToken.get() and shopify.generateUserToken().',
        },
      );
  }
}

/** Throws the error that the platform itself would throw. */
function refuse(name: string, message: string): never {
  const error = new Error(message);
  error.name = name;
  throw error;
}

function codeOf(error: unknown): {code?: string} {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? {code: error.code}
    : {};
}
