/**
 * Dispatches `command` on an element, as the browser does for native buttons. An id without an element does
 * nothing, as in HTML.
 */
export function sendCommand(source: HTMLElement, target: Element | null, command: string): void {
  if (target === null) return;
  // Browsers without invoker commands have no CommandEvent.
  target.dispatchEvent(Object.assign(new Event('command', {cancelable: true}), {command, source}));
}
