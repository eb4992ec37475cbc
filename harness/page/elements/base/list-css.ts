/** Styles that ordered and unordered lists share. */
export const LIST_CSS: string =
  ':host { display: block; color: var(--sim-text); margin: 0; padding-inline-start: 1.5em; }';
