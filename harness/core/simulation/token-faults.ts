import {SimhostError} from '../../errors.ts';
import {didYouMean} from '../../known-values.ts';
import {shown as shownValue} from '../../shown-value.ts';
import type {Delivery} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import type {Mechanism, TokenMutation} from '../cases/case.ts';
import {caseOf} from '../cases/catalogue.ts';

/** A case, and the one of its spellings that is due. */
export type TokenFault = Pick<Delivery, 'id' | 'nth'>;

/**
 * Returns a case with one of its variants, by default the first.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_VARIANT`
 */
export function spellingOf(id: CaseId, variant: string | undefined): TokenFault {
  if (variant === undefined) return {id, nth: 0};
  const {mechanism} = caseOf(id);
  const known = 'variants' in mechanism ? Object.keys(mechanism.variants) : [];
  if (known.includes(variant)) return {id, nth: known.indexOf(variant)};

  throw new SimhostError('ERR_UNKNOWN_VARIANT', `Case "${id}" has no variant ${shownValue(variant)}.`, {
    next: known.length > 1 ? didYouMean(variant, known) : 'It has one variant: leave the option out.',
  });
}

/**
 * Returns the change of a token that a case makes.
 *
 * @throws {SimhostError} `ERR_CASE_NOT_A_TOKEN`
 */
export function mutationOf({id, nth}: TokenFault): TokenMutation {
  const {mechanism, title} = caseOf(id);
  const mutations = isAboutToken(mechanism) ? Object.values(mechanism.variants) : [];
  const mutation = mutations[nth % mutations.length];
  if (mutation !== undefined) return mutation;

  throw new SimhostError('ERR_CASE_NOT_A_TOKEN', `Case "${id}" is not about a token: ${title}.`, {
    next: 'Arm it instead: host.arm() or simulation.arm().',
  });
}

/** Whether a case makes a token differently. */
function isAboutToken(
  mechanism: Mechanism,
): mechanism is Extract<Mechanism, {variants: Readonly<Record<string, TokenMutation>>}> {
  return ['token', 'launch', 'id-token'].includes(mechanism.kind) && 'variants' in mechanism;
}
