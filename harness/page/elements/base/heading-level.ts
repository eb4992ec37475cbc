/** The attribute by which an ancestor sets the level of the next heading inside it. */
export const HEADING_LEVEL_ATTRIBUTE = 'data-heading-level';

/**
 * Computes the level of a heading at this element: one below the nearest titled ancestor, or 2 without one.
 */
export function headingLevel(element: Element): 1 | 2 | 3 | 4 | 5 | 6 {
  let below = 0;
  for (let node = parentOf(element); node !== null; node = parentOf(node)) {
    const given = Number(node.getAttribute(HEADING_LEVEL_ATTRIBUTE) ?? Number.NaN);
    if (Number.isInteger(given) && given > 0) return clamp(given + below);
    if (node.localName === 's-page') return clamp(2 + below);
    if (node.localName === 's-section' && titled(node)) below++;
  }

  return clamp(2 + below);
}

/** Renders every element inside that shows a heading, so that its level is computed again. */
export function relevelHeadings(element: Element): void {
  for (const inner of element.querySelectorAll('s-section, s-heading, s-banner')) {
    if ('changed' in inner && typeof inner.changed === 'function') inner.changed();
  }
}

function titled(section: Element): boolean {
  return 'heading' in section && typeof section.heading === 'string' && section.heading !== '';
}

function parentOf(node: Element): Element | null {
  if (node.parentElement !== null) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function clamp(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return Math.min(6, Math.max(1, level)) as 1 | 2 | 3 | 4 | 5 | 6;
}
