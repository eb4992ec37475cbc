/** Language, country, currency, time zone and market of the page. */
export interface Localization {
  /** BCP 47, for example `en` or `pt-BR`. */
  readonly language: string;
  /** ISO 3166-1 alpha-2, for example `US`. */
  readonly country: string;
  /** ISO 4217, for example `USD`. */
  readonly currency: string;
  /** A name of the IANA database, for example `America/New_York`. */
  readonly timezone: string;
  /** The market: `{id: 'gid://shopify/Market/1', handle: 'us'}`. */
  readonly market: {readonly id: string; readonly handle: string};
}
