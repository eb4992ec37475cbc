import type {GraphQLResolveInfo} from 'graphql';
import {hasEnumValue} from '../graphql/enum-value.ts';
import type {UserError} from '../graphql/user-error.ts';

/** A change that the platform makes in part, or an input that it does not follow. */
export interface CartWarning {
  /** A value of `CartWarningCode`. */
  readonly code: string;
  readonly message: string;
  /** The id or the code that the warning is about. */
  readonly target: string;
}

/** Resolves the payload of a mutation of a cart. Versions without a code leave its warnings out. */
export function cartPayload(
  cart: object | null,
  {errors = [], warnings = []}: {errors?: readonly UserError[]; warnings?: readonly CartWarning[]},
): object {
  return {
    cart,
    userErrors: (_: object, _context: object, info: GraphQLResolveInfo) =>
      errors.map((error) => resolveCartError(error, info)),
    warnings: (_: object, _context: object, info: GraphQLResolveInfo) =>
      warnings
        .filter(({code}) => hasEnumValue(info, 'CartWarningCode', code))
        .map((warning) => ({__typename: 'CartWarning', ...warning})),
  };
}

/** Resolves a `CartUserError`. Versions without its code answer `INVALID`. */
export function resolveCartError({code, message, field}: UserError, info: GraphQLResolveInfo): object {
  const known = hasEnumValue(info, 'CartErrorCode', code) ? code : 'INVALID';
  return {__typename: 'CartUserError', code: known, message, field};
}
