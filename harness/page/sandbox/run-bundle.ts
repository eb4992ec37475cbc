import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import type {Callback} from './extension-api.ts';

const NONE_REGISTERED =
  'It registered none. Call shopify.extend(target, callback), or set a dated api_version since 2025-10: ' +
  "for these Shopify's CLI registers the default exports.";

/**
 * Evaluates a bundle as the platform's `importScripts` does: a classic script in the global scope, with its
 * real URL in stacks and error events. A blob URL would not work, because Chromium loads none from a worker
 * of an opaque origin on an https page.
 */
export function evaluate(bundle: string, scriptUrl: string): void {
  (0, self.eval)(`${bundle}\n//# sourceURL=${scriptUrl}`);
}

/**
 * Returns the callback that the bundle registered for a target.
 *
 * @throws {SimhostError} `ERR_NO_CALLBACK`, `ERR_TARGET_NOT_REGISTERED`
 */
export function callbackFor(
  target: string,
  registered: ReadonlyMap<string, Callback>,
  scriptUrl: string,
): Callback {
  const callback = registered.get(target);
  if (typeof callback === 'function') return callback;

  const known = [...registered.keys()];
  if (registered.has(target)) {
    throw new SimhostError('ERR_NO_CALLBACK', `${scriptUrl} registered "${target}" with no function.`, {
      next: "Export a function as the default of the target's module.",
    });
  }

  throw new SimhostError('ERR_TARGET_NOT_REGISTERED', `${scriptUrl} registered no target "${target}".`, {
    next: known.length === 0 ? NONE_REGISTERED : didYouMean(target, known, {label: 'It registered'}),
  });
}

/**
 * Copies the value that a target returned, for the page.
 *
 * @throws {SimhostError} `ERR_BAD_OUTPUT`
 */
export function cloneOutput(name: string, value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch (cause) {
    throw new SimhostError('ERR_BAD_OUTPUT', `"${name}" returned a value that cannot leave the sandbox.`, {
      next: 'Return plain data: objects, arrays, strings and numbers.',
      cause,
    });
  }
}
