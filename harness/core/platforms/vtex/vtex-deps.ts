import type {Customer} from '../../world/people.ts';
import type {Claims} from '../../tokens/jws.ts';
import type {TokenOf} from '../token-recipe.ts';

/** What VTEX needs of the simulation. */
export interface VtexDeps {
  /** Simulated milliseconds since 1970. */
  now(): number;
  /** An id that no other simulation has. */
  uuid(): Promise<string>;
  /** A token, good or as an armed case makes it. */
  mint(
    kind: 'vtex-shopper' | 'vtex-admin' | 'vtex-appkey',
    of: TokenOf & {customer?: Customer},
  ): Promise<string>;
  /** Whether this simulation minted the token of these claims. */
  hasIssued(claims: Claims): boolean;
}
