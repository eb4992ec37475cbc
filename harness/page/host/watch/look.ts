import type {PageLook} from '../../../wire/page-look.ts';
import {followTick, TICK} from './rail-tick.ts';
import {followSight, SIGHT} from './sight.ts';

/** The attributes of the document's root that the style sheet reads. */
const [OUTLINED, ALONE] = ['data-sim-outline', 'data-sim-alone'];

/** Milliseconds of the pulse of an extension that the page scrolls to. */
const PULSE = 400;

/**
 * The frame around an extension, its flag, and the page without everything else. None of this changes the layout: the
 * frame is an outline, the flag takes no space, and hidden parts keep theirs.
 */
const CSS_TEXT = `
[${OUTLINED}] [data-mount] { outline: 2px solid #5750d0; outline-offset: 5px; border-radius: 6px; }
[${OUTLINED}] [data-mount]::before {
  content: attr(data-extension) ' · ' attr(data-target); position: absolute; z-index: 1; pointer-events: none;
  transform: translateY(calc(-100% - 7px)); padding: 1px 8px; border-radius: 4px 4px 0 0;
  font: 600 11px/16px system-ui, sans-serif; color: #fff; background: #5750d0;
}
[${OUTLINED}] [data-mount]:not(:has(*)) { outline-style: dashed; min-block-size: 1px; }
[${OUTLINED}] [data-mount]:not(:has(*))::before { content: attr(data-extension) ' renders nothing here'; }
[${ALONE}] body :not([data-mount], [data-mount] *, :has([data-mount]), [${SIGHT}], [${TICK}]) { visibility: hidden; }
[${SIGHT}] {
  position: fixed; z-index: 2147483647; inset-inline: 0; inset-block-end: 12px; inline-size: fit-content;
  margin-inline: auto; padding: 4px 12px; border-radius: 14px; cursor: pointer;
  font: 600 12px/20px system-ui, sans-serif; color: #fff; background: #5750d0;
}
[${SIGHT}=''] { display: none; }
[${TICK}] {
  position: fixed; z-index: 2147483647; inset-inline-end: 0; inline-size: 4px; border-radius: 2px;
  pointer-events: none; background: #5750d0;
}
[${SIGHT}]::before { content: attr(${SIGHT}); }
[${SIGHT}$='above'] { inset-block: 12px auto; }
[${ALONE}] body :has([data-mount]) { background: none; border-color: transparent; box-shadow: none; }
`;

let revealed = 0;
let isStyled = false;

/** Shows the extensions as the author wants to see them. */
export function showLook({outline, alone, reveal}: PageLook): void {
  if (!isStyled) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
    document.adoptedStyleSheets.push(sheet);
    isStyled = true;
  }

  document.documentElement.toggleAttribute(OUTLINED, outline);
  document.documentElement.toggleAttribute(ALONE, alone);
  followSight(outline, revealFirst);
  followTick(outline);
  if (reveal > revealed) revealFirst();
  revealed = reveal;
}

/** Brings the first extension to the middle of the view, with one pulse unless the author wants no motion. */
function revealFirst(): void {
  const mount = document.querySelector('[data-mount]');
  if (mount === null) return;

  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  mount.scrollIntoView({block: 'center', behavior: isStill ? 'auto' : 'smooth'});
  if (isStill) return;

  const colors = [{outlineColor: '#5750d0'}, {outlineColor: 'transparent'}, {outlineColor: '#5750d0'}];
  mount.animate(colors, {duration: PULSE});
}
