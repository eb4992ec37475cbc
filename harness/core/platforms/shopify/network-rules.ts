import type {SandboxOrigin, ScriptOriginRule} from '../../../wire/control.ts';
import {surfaceOf} from '../../../wire/surfaces.ts';

/**
 * Decides whether the extensions of a target may fetch from the origin of their own script.
 *
 * Checkout refuses it since 2026-04 (community.shopify.dev, thread 34251). That customer accounts allow it is
 * an assumption.
 */
export function scriptOriginRuleAt(target: string): ScriptOriginRule {
  return surfaceOf(target) === 'checkout' ? 'refused' : 'allowed';
}

/**
 * Returns the origin that the requests of a target's extensions carry if nothing else is set.
 *
 * @see https://shopify.dev/docs/api/admin-extensions/latest/network-features
 */
export function sandboxOriginAt(target: string): SandboxOrigin {
  return surfaceOf(target) === 'admin' ? 'shopifycdn' : 'opaque';
}
