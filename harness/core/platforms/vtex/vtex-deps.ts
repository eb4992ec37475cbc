import type {Claims} from '../../tokens/jws.ts';
import type {Customer} from '../../world/people.ts';
import type {VtexTokenOptions} from '../token-recipe.ts';

/** The parts of a simulation that VTEX needs. */
export interface VtexDeps {
  /** Simulated milliseconds since 1970. */
  now(): number;
  /** Makes an id that no other simulation has. */
  uuid(): Promise<string>;
  /** Makes a token: a good one, or the faulty one of an armed case. */
  mint(
    kind: 'vtex-shopper' | 'vtex-admin' | 'vtex-appkey',
    options: VtexTokenOptions & {customer?: Customer},
  ): Promise<string>;
  /** Whether this simulation minted the token with these claims. */
  hasIssued(claims: Claims): boolean;
}
