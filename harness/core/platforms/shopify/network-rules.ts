import type {ScriptOriginRule} from '../../../wire/control.ts';
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
