import type {ErrorCode} from '../../error-codes.ts';
import {SimhostError} from '../../errors.ts';
import type {Mount, WireError} from '../../wire/control.ts';
import {firstSourceLine, mapStack} from '../platforms/shopify/extension/source-position.ts';
import type {MountRequest} from './mount-request.ts';

/** A mounted extension with its scripts. */
export interface MountedScripts {
  readonly request: Pick<MountRequest, 'bundle' | 'conditions'>;
  readonly mount: Pick<Mount, 'scriptUrl' | 'conditions'>;
}

/** Replaces the positions in a stack, of both scripts, by positions in the author's sources. */
export function inAuthorSources(stack: string, {request, mount}: MountedScripts): string {
  const mapped = mapStack(stack, request.bundle, mount.scriptUrl);
  return request.conditions === null || mount.conditions === null
    ? mapped
    : mapStack(mapped, request.conditions, mount.conditions.scriptUrl);
}

/** Returns the first position in the author's own sources, as `src/Block.jsx:12:7`, or null if there is none. */
export function authorPosition(mappedStack: string, {request}: MountedScripts): string | null {
  const found = firstSourceLine(mappedStack, request.bundle);
  return found === undefined ? null : `${found.file}:${found.line}:${found.column}`;
}

/** Converts an error that a page sent to an error whose stack names the author's sources. */
export function reviveError(wire: WireError, scripts: MountedScripts): Error {
  const error =
    wire.code === undefined
      ? new Error(wire.message)
      : new SimhostError(wire.code as ErrorCode, wire.message);

  error.name = wire.name;
  error.stack = inAuthorSources(wire.stack, scripts);
  return error;
}
