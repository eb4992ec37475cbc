import {oneOf} from '../../known-values.ts';
import type {NoticeLog} from '../../notices.ts';
import {redact} from '../../redact.ts';
import type {AskedRequest} from '../../wire/asked-request.ts';
import {SCRIPT_ORIGIN_RULES} from '../../wire/control.ts';
import type {Mount, SandboxOrigin} from '../../wire/control.ts';
import {refusedBySandbox} from '../verdicts/destination-verdicts.ts';
import {redactVerdict} from '../verdicts/verdict.ts';
import type {Ids} from '../world/ids.ts';
import {Mounts} from './mounts.ts';
import type {SimulationOptions} from './options.ts';
import type {Arrival, RequestLog} from './request-log.ts';
import type {SimulationEvents} from './simulation-events.ts';

/** The parts of a simulation that its mounts need. */
export interface SimulationMountsDeps {
  readonly ids: Ids;
  readonly origin: SandboxOrigin | undefined;
  /** The option `fetchToScriptOrigin`. */
  readonly rule: SimulationOptions['fetchToScriptOrigin'];
  readonly events: SimulationEvents;
  readonly notices: NoticeLog;
  readonly requests: RequestLog;
  /** The simulated time, in milliseconds since 1970. */
  readonly now: () => number;
  /** The values that must be redacted everywhere. */
  readonly secrets: () => readonly string[];
  readonly onChange: () => void;
}

/**
 * Creates the mounts of one simulation, which report to its logs.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` for an unknown rule
 */
export function createMounts({ids, origin, rule, onChange, ...logs}: SimulationMountsDeps): Mounts {
  const {events, notices, requests, now, secrets} = logs;
  const fetchToScriptOrigin =
    rule === undefined ? undefined : oneOf('fetchToScriptOrigin', rule, SCRIPT_ORIGIN_RULES);

  return new Mounts(
    ids,
    {origin, fetchToScriptOrigin},
    {
      onChange,
      onLog: (log) => events.logs.notify(log),
      onError: (error) => events.errors.notify(error),
      onCall: (call) => events.calls.notify(call),
      onNotice: (notice) => notices.add(notice),
      onRequest: (request, mount, source) => {
        if (request.refused === null) requests.asked(request, {mount: mount.id, source});
        else requests.add(refusedArrival(request, mount, {at: now(), source: source(), secrets: secrets()}));
      },
    },
  );
}

/** Makes the entry of a request that the sandbox refused. */
function refusedArrival(
  request: AskedRequest,
  mount: Mount,
  {at, source, secrets}: {at: number; source: string | null; secrets: readonly string[]},
): Arrival {
  return {
    method: request.method,
    url: redact(request.url, secrets),
    at,
    mount: mount.id,
    source,
    outcome: 'refused',
    duration: 0,
    problem: redactVerdict(refusedBySandbox(request, mount), secrets),
  };
}
