import {SimhostError} from '../errors.ts';
import {nearest} from '../known-values.ts';

/** The names of capabilities, as in `shopify.extension.capabilities`. */
export const CAPABILITY_NAMES = [
  'api_access',
  'network_access',
  'block_progress',
  'collect_buyer_consent.sms_marketing',
  'collect_buyer_consent.customer_privacy',
  'iframe.sources',
] as const;

/** The name of a capability. */
export type CapabilityName = (typeof CAPABILITY_NAMES)[number];

/** The capabilities that an extension has, and those that its TOML declares and the merchant declined. */
export interface Granted {
  readonly capabilities: readonly string[];
  readonly declined: readonly string[];
}

/**
 * Writes the next step for an extension that lacks a capability. Only one that is not declared can be added to
 * the TOML.
 */
export function adviceOnMissing(name: CapabilityName, {declined}: Pick<Granted, 'declined'>): string {
  if (declined.includes(name))
    return `The merchant declined ${name}: the test says so with declined: ['${name}'].`;
  const [table = '', key] = name.split('.');
  return key === undefined
    ? `Add to shopify.extension.toml:\n[extensions.capabilities]\n${table} = true`
    : `Add to shopify.extension.toml:\n[extensions.capabilities.${table}]\n${key} = true`;
}

/**
 * Checks that the declined capabilities are declared.
 *
 * @throws {SimhostError} `ERR_NOT_DECLARED` for a name that no extension declares
 */
export function refuseUndeclared(declined: readonly string[], declared: readonly string[]): void {
  const unknown = declined.find((name) => !declared.includes(name));
  if (unknown === undefined) return;

  const near = nearest(unknown, declared) ?? nearest(unknown, CAPABILITY_NAMES);
  const suggestion = near === undefined || near === unknown ? '' : `Did you mean "${near}"? `;

  throw new SimhostError(
    'ERR_NOT_DECLARED',
    `The merchant cannot decline "${unknown}": it is not declared.`,
    {
      next: `${suggestion}Declared: ${declared.join(', ') || 'nothing'}.`,
    },
  );
}
