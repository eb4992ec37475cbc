import {INLINE_ELEMENTS} from '../../../wire/element-table.ts';
import {PALETTE} from './palette.ts';

/** The declarations of the tokens. */
export const TOKENS: string = `
${Object.entries(PALETTE)
  .map(([name, [light, dark]]) => `  --sim-${name}: light-dark(${light}, ${dark});`)
  .join('\n')}
  --sim-font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif;
  --sim-size-small: 0.875rem;
  --sim-size-base: 1rem;
  --sim-size-large: 1.125rem;
  --sim-size-title: 1.625rem;
  --sim-radius: 8px;
  --sim-radius-large: 10px;
  --sim-focus: 0 0 0 2px var(--sim-surface), 0 0 0 4px var(--sim-accent);
`;

/** The tokens that host page and elements share. */
export const tokens: string = `:root { color-scheme: light dark; ${TOKENS} }`;

/** Adds the tokens to the document, once. */
export function adoptTokens(root: Document = document, css: string = tokens): void {
  if (adopted.has(root)) return;
  adopted.add(root);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  // First, so that a page's own values win.
  root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}

/** The style sheets of one kind of element. They are created together with the first element of that kind. */
export type Styles = () => readonly CSSStyleSheet[];

/** Combines the styles that all elements share with those of one kind. */
export function styleSheets(css: string): Styles {
  let sheets: readonly CSSStyleSheet[] | undefined;
  return () => {
    if (sheets !== undefined) return sheets;
    const own = new CSSStyleSheet();
    own.replaceSync(css);
    sheets = [common(), own];
    return sheets;
  };
}

/**
 * Returns styles that put space between the blocks of a slot, while text and inline elements keep flowing.
 */
export function flow(selector: string, gap: number): string {
  return `
${selector} { display: flow-root; }
${selector} > slot::slotted(:not(:nth-child(1 of :not([slot])), ${INLINE})) { margin-block-start: ${gap}px; }`;
}

const INLINE = INLINE_ELEMENTS.join();

const adopted = new WeakSet<Document>();
let shared: CSSStyleSheet | undefined;

function common(): CSSStyleSheet {
  if (shared === undefined) {
    shared = new CSSStyleSheet();
    shared.replaceSync(COMMON);
  }
  return shared;
}

const COMMON = `
:host {
  box-sizing: border-box;
  color: inherit;
  font-family: var(--sim-font);
  font-size: var(--sim-size-base);
  line-height: 1.5;
  -webkit-text-size-adjust: 100%;
}
:host([hidden]), [hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
button, input, select, textarea { font: inherit; letter-spacing: inherit; color: inherit; }
h1, h2, h3, h4, h5, h6, p { margin: 0; overflow-wrap: anywhere; text-wrap: pretty; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.3; text-wrap: balance; }
:focus-visible { outline: 2px solid transparent; box-shadow: var(--sim-focus); }
.unseen {
  position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
}
[data-tone='info'] { color: var(--sim-info); }
[data-tone='success'] { color: var(--sim-success); }
[data-tone='warning'] { color: var(--sim-warning); }
[data-tone='critical'] { color: var(--sim-critical); }
[data-tone='neutral'] { color: var(--sim-text); }
[data-color='subdued']:not([data-tone]) { color: var(--sim-quiet); }
`;
