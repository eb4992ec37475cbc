/** Styles of elements that flow in text. */
export const INLINE_CSS = ':host { display: inline; font-size: inherit; line-height: inherit; }';
