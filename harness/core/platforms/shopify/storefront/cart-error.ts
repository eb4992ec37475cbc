/** A change of a cart that the platform refuses. The mutation answers it in `userErrors`. */
export class CartError extends Error {
  readonly code: string;
  readonly field: readonly string[];

  constructor(code: string, message: string, field: readonly string[]) {
    super(message);
    this.code = code;
    this.field = field;
  }
}
