import type {Notice} from '../../../../notices.ts';

/**
 * The value of a field for which the world has none: a generated value, null if the field may be null, or an error that
 * names the field.
 */
export type GeneratedOption = 'value' | 'null' | 'error';

/** The values of {@link GeneratedOption}. */
export const GENERATED_OPTIONS: readonly GeneratedOption[] = ['value', 'null', 'error'];

/**
 * A resolver of a test: returns the value of a field.
 *
 * @param source the object that has the field, as far as the world knows it
 * @param args the arguments of the field
 */
export type FieldResolver = (
  source: Readonly<Record<string, unknown>>,
  args: Readonly<Record<string, unknown>>,
) => unknown;

/** The resolvers of a test: by type, then by field. */
export type TypeResolvers = ReadonlyMap<string, Readonly<Record<string, FieldResolver>>>;

/** The parts of a simulation that queries of both APIs need. */
export interface QueryDeps {
  readonly seed: number;
  /** The currency of generated amounts. */
  readonly currency: string;
  /** The country of generated country codes. */
  readonly country: string;
  readonly generated: GeneratedOption;
  readonly resolvers: TypeResolvers;
  notice(notice: Notice): void;
}

/** A value that does not come from the world. */
export interface GeneratedValue {
  /** The place in the answer: `product.seo.title`. */
  readonly path: string;
  /** The field in the schema: `SEO.title`. */
  readonly field: string;
}

/**
 * Decides whether a field of a type may be read: the error that takes its place, or `null`.
 *
 * @param returns the name of the type that the field returns
 * @param args the arguments of the field
 */
export type AccessRule = (
  type: string,
  field: string,
  returns: string,
  args: Readonly<Record<string, unknown>>,
) => Error | null;

/** The state of one query. */
export interface QueryContext extends QueryDeps {
  /** The generated values so far. */
  readonly values: GeneratedValue[];
  /** Decides which fields the caller may read. Default: all. */
  readonly access?: AccessRule | undefined;
}

/** The arguments of `@inContext`, as far as simhost follows them. */
export interface InContext {
  readonly country?: string;
  readonly language?: string;
  /** The customer who buys, and the branch of a company that they buy for. */
  readonly buyer?: {readonly customerAccessToken: string; readonly companyLocationId?: string | null};
}
