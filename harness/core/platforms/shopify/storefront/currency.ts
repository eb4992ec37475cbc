/** Returns the shortest symbol of a currency, for example `$`. */
export function symbolOf(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find(({type}) => type === 'currency')?.value ?? currency;
}
