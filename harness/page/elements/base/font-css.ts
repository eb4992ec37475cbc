import {setOrRemove} from './dom.ts';

const SIZES: Readonly<Record<string, string>> = {
  'small-200': '0.75rem',
  'small-100': '0.8125rem',
  small: 'var(--sim-size-small)',
  base: 'var(--sim-size-base)',
  large: 'var(--sim-size-large)',
  'large-100': '1.25rem',
  'large-200': '1.5rem',
  'large-300': '1.75rem',
  'large-400': '2rem',
};

/** The styles of each font that an element's properties name. */
export const FONT_CSS: string = `
${Object.entries(SIZES)
  .map(([size, length]) => `[data-font-size='${size}'] { font-size: ${length}; }`)
  .join('\n')}
[data-font-weight='normal'] { font-weight: 400; }
[data-font-weight='strong'] { font-weight: 600; }
[data-numeric='tabular-nums'] { font-variant-numeric: tabular-nums; }
`;

/** Sets the font of a node. A value that is not known, such as `auto`, sets nothing. */
export function renderFont(node: Element, valueOf: (property: string) => string): void {
  setOrRemove(node, 'data-font-size', valueOf('fontSize'));
  setOrRemove(node, 'data-font-weight', valueOf('fontWeight'));
  setOrRemove(node, 'data-numeric', valueOf('fontVariantNumeric'));
}
