import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';

/** The reasons for a return that the shop offers, with the value of the enum that older versions have. */
export const RETURN_REASONS = [
  {handle: 'unwanted', name: 'Changed my mind', reason: 'UNWANTED'},
  {handle: 'too-small', name: 'Too small', reason: 'SIZE_TOO_SMALL'},
  {handle: 'too-large', name: 'Too large', reason: 'SIZE_TOO_LARGE'},
  {handle: 'defective', name: 'Defective', reason: 'DEFECTIVE'},
  {handle: 'not-as-described', name: 'Not as described', reason: 'NOT_AS_DESCRIBED'},
  {handle: 'wrong-item', name: 'Wrong item', reason: 'WRONG_ITEM'},
  {handle: 'other', name: 'Other', reason: 'OTHER'},
] as const;

/** A reason for a return as the Customer Account API has it. */
export interface ResolvedReason {
  readonly id: string;
  readonly handle: string;
}

/** Resolves the reasons, `ReturnReasonDefinition`. */
export const RESOLVED_REASONS: readonly ResolvedReason[] = RETURN_REASONS.map(({handle, name}, index) => {
  const resolved = {
    __typename: 'ReturnReasonDefinition',
    id: `gid://shopify/ReturnReasonDefinition/${index + 1}`,
    handle,
    name,
    deleted: false,
  };

  return resolved;
});

/** Resolves the fields of a line about the reasons for its return. */
export function resolveLineReasons(): object {
  return {
    suggestedReturnReasonDefinitions: (page: PageOf) => connection(RESOLVED_REASONS, page),
    supportedReturnReasons: RETURN_REASONS.map(({name, reason}) => ({
      __typename: 'ReturnSupportedReason',
      reason,
      title: name,
    })),
  };
}
