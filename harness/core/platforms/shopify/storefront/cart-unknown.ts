import {UserError} from '../graphql/user-error.ts';

/** Returns the error of an id that no cart has, or that lacks its key. */
export function unknownCart(): UserError {
  return new UserError('INVALID', 'The specified cart does not exist.', ['cartId']);
}
