import type {TokenDraft} from '../tokens/jws.ts';
import type {Customer} from '../world/people.ts';
import type {World} from '../world/world.ts';
import type {CaseContext, Profile} from './case.ts';
import {tokensOf} from './profiles.ts';

export interface ContextOptions {
  readonly world: World;
  readonly customer: Customer | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** An id for each token. */
  readonly jti: () => Promise<string>;
  readonly previousSecret?: string | undefined;
  readonly forgerServer?: string | undefined;
  /** The platform that issues valid tokens of the profile, if it runs as a separate program. */
  readonly issue?: (() => Promise<TokenDraft>) | undefined;
}

/** Creates the facts that cases of a profile may use. The time is read at each use. */
export function createCaseContext(
  profile: Profile,
  {world, customer, now, jti, previousSecret, forgerServer, issue}: ContextOptions,
): CaseContext {
  return {
    profile,
    world,
    customer,
    get now() {
      return Math.floor(now() / 1000);
    },
    life: tokensOf(profile).recipe.life,
    previousSecret,
    forgerServer,
    draft: async (recipe, change = {}) => {
      if (issue !== undefined && recipe === tokensOf(profile).recipe && Object.keys(change).length === 0)
        return issue();
      const subject = {world, customer, now: now(), jti: await jti(), ...change};
      return recipe.draft(
        recipe.hasSession === true && subject.sess === undefined ? {...subject, sess: await jti()} : subject,
      );
    },
  };
}
