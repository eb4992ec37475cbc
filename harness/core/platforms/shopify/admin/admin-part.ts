import type {AccessRule} from '../graphql/query-context.ts';
import type {AdminState} from './admin-state.ts';

/**
 * A part of the Admin API: its types, and where their values come from. The parts are joined in `admin-parts.ts`.
 *
 * A field is a member of the object that a resolver returns: a value, or a function of the arguments. The fields of
 * `QueryRoot` and `Mutation` are members of `root`.
 */
export interface AdminPart {
  /**
   * The types in SDL. A part adds to types of other parts by `extend type QueryRoot {…}`. Fields that not all versions
   * have end with `@since(version: "2026-04")` or `@until(version: "2026-07")`.
   */
  readonly sdl: string;
  /** Resolves the fields that the part adds to `QueryRoot` and `Mutation`. Default: none. */
  root?(state: AdminState): object;
  /** Finds an object by its id, with its `__typename`; `null` if no object of this part has it. Default: none. */
  node?(id: string, state: AdminState): object | null;
  /**
   * The scopes that fields need, by `Type.field`, or by the type that a field returns: `{'QueryRoot.products':
   * 'read_products', Customer: 'read_customers'}`. Default: none.
   */
  readonly scopes?: Readonly<Record<string, string>>;
  /** Decides which fields the caller may read, besides the scopes. Default: all. */
  access?(state: AdminState): AccessRule;
}
