/** The translations of one language, by the words that the world is drawn from. */
export interface Dictionary {
  /** Adjectives of product titles. No form depends on the product. */
  readonly adjectives: Readonly<Record<string, string>>;
  /** Materials of product titles. */
  readonly materials: Readonly<Record<string, string>>;
  /** Kinds of products. */
  readonly products: Readonly<Record<string, string>>;
  /** Joins the translated words to a title. */
  title(words: {readonly adjective: string; readonly material: string; readonly product: string}): string;
  /** The descriptions of products, of which each has one. */
  readonly descriptions: readonly ((title: string) => string)[];
  /** Texts of the shop. `{shop}` is the shop's name. */
  readonly texts: Readonly<Record<string, string>>;
}
