/** Keys for a host element that stands for a button or a link: Enter presses both, Space a button when it is let go. */
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
