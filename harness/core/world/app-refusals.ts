import {SimhostError} from '../../errors.ts';
import {oneOf} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';
import {PROTECTED_FIELDS} from '../../wire/protected-customer-data.ts';

/**
 * Refuses an approval for protected customer data that is neither a flag nor a list of fields.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION`
 */
export function refuseBadApproval(approval: unknown): void {
  if (typeof approval === 'boolean') return;

  if (!Array.isArray(approval)) {
    throw new SimhostError('ERR_BAD_OPTION', `app.protectedCustomerData is ${shown(approval)}.`, {
      next: `Give true, false, or a list of the approved fields: ${PROTECTED_FIELDS.join(', ')}.`,
    });
  }

  for (const field of approval) oneOf('app.protectedCustomerData', field, PROTECTED_FIELDS);
}

/**
 * Refuses an issuer of checkout tokens that is empty or not a string.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION`
 */
export function refuseBadIssuer(issuer: unknown): void {
  if (issuer === undefined || (typeof issuer === 'string' && issuer !== '')) return;

  throw new SimhostError('ERR_BAD_OPTION', `app.tokenIssuer is ${shown(issuer)}.`, {
    next: 'Give a string such as https://acme.myshopify.com/admin, or "none" for checkout tokens without iss.',
  });
}
