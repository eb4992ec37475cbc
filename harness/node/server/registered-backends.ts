import type {IncomingMessage} from 'node:http';
import {refusedByServe} from '../../core/verdicts/destination-verdicts.ts';
import {ANNOUNCE_PATH} from '../../wire/backend.ts';
import type {Announced} from '../../wire/backend.ts';
import {outsideUrlOf, refusal} from './backend-outside.ts';

/** A backend that somebody started with `simhost/register` and the URL of `simhost serve`. */
export interface RegisteredBackends {
  /** The hosts of the platform. */
  readonly hosts: Iterable<string>;
  /** The other hosts that these backends may reach. */
  readonly allow: readonly string[];
}

/** Answers what `simhost/register` asks by itself: its announcement, and requests to other hosts. `null` for the rest. */
export function answerRegistered(
  {method = 'GET', url = '/'}: Pick<IncomingMessage, 'method' | 'url'>,
  {hosts, allow}: RegisteredBackends,
): Response | null {
  if (method === 'POST' && url === ANNOUNCE_PATH)
    return Response.json({hosts: [...hosts], allow, proof: ''} satisfies Announced);

  const outside = outsideUrlOf(url);
  return outside === null ? null : refusal(refusedByServe(method, outside));
}
