import type {Mount, PageState} from '../../wire/control.ts';
import type {HistoryEntry, NetworkRules, SandboxEnvironment, SandboxStart} from '../../wire/sandbox.ts';
import {placeOf, surfaceOf} from '../../wire/surfaces.ts';
import type {StartingApi} from './starting-api.ts';
import {languageRules} from './surfaces/customer-account/extension-language.ts';

/** The scripts of a mount. */
export interface MountScripts {
  readonly bundle: string;
  /** The script of the target's condition; `null` without one. */
  readonly condition: string | null;
}

/** Creates the message that starts a mount in its sandbox. */
export function sandboxStartOf(
  mount: Mount,
  state: PageState,
  {bundle, condition, api, late, entry}: MountScripts & StartingApi & {entry: HistoryEntry | null},
): SandboxStart {
  const {target, apiVersion, conditions, scriptUrl, run} = mount;
  const isAbortable = placeOf(target)?.api.includes('suggest') === true;

  return {
    target,
    apiVersion,
    run: run === null ? null : {registered: run.registered, abortable: isAbortable},
    scriptUrl,
    bundle,
    conditions:
      conditions === null || condition === null ? null : {scriptUrl: conditions.scriptUrl, bundle: condition},
    api,
    late,
    surroundings: environmentOf(mount, state),
    entry,
  };
}

/** Returns the environment of a mount's sandbox: clock, network and language. */
export function environmentOf(mount: Mount, state: PageState): SandboxEnvironment {
  const {clock, forward, app} = state;
  const {target, capabilities, declined, fetchToScriptOrigin, scriptUrl} = mount;
  const isOfAdmin = surfaceOf(target) === 'admin';

  const network: NetworkRules = {
    app: isOfAdmin ? {url: app.url} : null,
    allowed: isOfAdmin || capabilities.includes('network_access'),
    declined,
    hostOrigin: location.origin,
    refusedScriptOrigin: fetchToScriptOrigin === 'refused' ? new URL(scriptUrl).origin : null,
    forward,
  };

  return {clock, network, language: languageRules(mount, state)};
}
