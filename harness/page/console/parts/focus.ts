/** Carries out the effect of a key, instead of the browser's own. */
export function runKey(event: KeyboardEvent, effect: () => void): void {
  event.preventDefault();
  effect();
}

/** Moves the focus to the first element that fits. */
export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
