/**
 * Days and amounts of orders and the checkout, written in the language and the time zone of the page. The simulation
 * writes them: the first formatter costs a browser 30 ms, and each test has a new page.
 */
export interface ShownWords {
  /** Days of orders, by their instants. */
  readonly days: Readonly<Record<string, string>>;
  /** Amounts by currency and number, for example `USD 4.5`. */
  readonly amounts: Readonly<Record<string, string>>;
}
