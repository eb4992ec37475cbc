/** A postal address as far as it was entered. */
export interface ShippingAddress {
  /** First and last name together. */
  readonly name?: string;
  /** The first name. */
  readonly firstName?: string;
  /** The last name. */
  readonly lastName?: string;
  /** The company. */
  readonly company?: string;
  /** Street and number. */
  readonly address1?: string;
  /** Flat, floor or the like. */
  readonly address2?: string;
  /** The city. */
  readonly city?: string;
  /** The postal code. */
  readonly zip?: string;
  /** The country, in ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  /** The code of the state or province, for example `NY`. */
  readonly provinceCode?: string;
  /** The phone number. */
  readonly phone?: string;
  /** Whether the address must not be saved. */
  readonly oneTimeUse?: boolean;
}
