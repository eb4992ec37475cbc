import {oneOf} from '../../known-values.ts';
import type {NoticeLog} from '../../notices.ts';
import {SCRIPT_ORIGIN_RULES} from '../../wire/control.ts';
import type {SandboxOrigin} from '../../wire/control.ts';
import type {Ids} from '../world/ids.ts';
import {Mounts} from './mounts.ts';
import type {SimulationOptions} from './options.ts';
import type {RequestLog} from './request-log.ts';
import type {SimulationEvents} from './simulation-events.ts';

/** The parts of a simulation that its mounts need. */
export interface SimulationMountsDeps {
  readonly ids: Ids;
  readonly origin: SandboxOrigin;
  /** The option `fetchToScriptOrigin`. */
  readonly rule: SimulationOptions['fetchToScriptOrigin'];
  readonly events: SimulationEvents;
  readonly notices: NoticeLog;
  readonly requests: RequestLog;
  readonly onChange: () => void;
}

/**
 * Creates the mounts of one simulation, which report to its logs.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` for an unknown rule
 */
export function createMounts({ids, origin, rule, onChange, ...logs}: SimulationMountsDeps): Mounts {
  const {events, notices, requests} = logs;
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
      onRequest: (request, from) => requests.asked(request, from),
    },
  );
}
