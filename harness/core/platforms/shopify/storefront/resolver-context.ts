import type {Translator} from '../../../world/translations/translator.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** Finds an object of the shop by its id; null if the shop lacks it. */
export type FindById = (id: string) => {readonly id: string} | null;

/** The data that resolvers of single types read. */
export interface ResolverContext {
  readonly world: StorefrontWorld;
  /** Whether the query is that of a buyer for a company, who has rules for quantities. */
  readonly isWholesale: boolean;
  /** Translates the texts of the shop into the language of the answer. */
  readonly translator: Translator;
  /** Finds the objects that others refer to. */
  readonly find: FindById;
}
