/**
 * The event of an element that changes what the page shows around it: the title of a dialog, the summary of a card, or
 * the document to print. It also fires, on the document, if such an element leaves the page.
 */
export const SURROUNDINGS_CHANGE = 'surroundings-change';

/** Reports to the page that an element has changed. */
export function surroundingsChanged(element: HTMLElement): void {
  const source = element.isConnected ? element : document;
  source.dispatchEvent(new CustomEvent(SURROUNDINGS_CHANGE, {bubbles: true, composed: true}));
}
