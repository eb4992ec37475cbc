/**
 * Presses an element with the role of a button or a link by keys: Enter presses both, releasing Space presses
 * a button.
 */
export function pressWithKeys(element: HTMLElement): void {
  element.addEventListener('keydown', (event) => {
    if (event.target !== element || event.defaultPrevented) return;
    if (event.key === 'Enter' && !event.repeat) element.click();
    if (event.key === 'Enter' || isSpaceOnButton(element, event)) event.preventDefault();
  });

  element.addEventListener('keyup', (event) => {
    if (event.target === element && isSpaceOnButton(element, event)) element.click();
  });
}

function isSpaceOnButton(element: HTMLElement, event: KeyboardEvent): boolean {
  return event.key === ' ' && element.getAttribute('role') === 'button';
}
