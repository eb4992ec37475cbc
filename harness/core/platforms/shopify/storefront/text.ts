/** Cuts a string off as Shopify's `truncateAt` does: the dots are part of the length. */
export function truncated(text: string, {truncateAt}: {readonly truncateAt?: number | null}): string {
  if (truncateAt == null || text.length <= truncateAt) return text;
  return `${text.slice(0, Math.max(0, truncateAt - 3))}...`;
}

/** Writes plain text as HTML: a paragraph for each line. */
export function htmlOf(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n');
}

/** The fields of `SEO` if the merchant has set nothing. */
export const NO_SEO = {__typename: 'SEO', title: null, description: null};
