/** Returns the shortest symbol of a currency, for example `$`. */
export function symbolOf(currency: string): string {
  const known = SYMBOLS.get(currency);
  if (known !== undefined) return known;

  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  const symbol = parts.find(({type}) => type === 'currency')?.value ?? currency;
  SYMBOLS.set(currency, symbol);
  return symbol;
}

/** Every query of the Storefront API asks for a symbol, and a formatter takes long to make. */
const SYMBOLS = new Map<string, string>();
