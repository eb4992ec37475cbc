import {nearestById} from './command.ts';

/** An element that is shown while the pointer or the focus is on another one: a tooltip or a popover. */
export interface Interesting extends Element {
  showFor(invoker: HTMLElement): void;
  leave(invoker: HTMLElement): void;
}

/** Shows the element that `interestFor` names while the pointer or the focus is on the invoker. */
export function followInterest(invoker: HTMLElement, id: () => string): void {
  const target = (): Interesting | undefined => {
    const found = nearestById(invoker, id());
    return found !== null && 'showFor' in found ? (found as Interesting) : undefined;
  };

  for (const type of ['pointerenter', 'focusin'])
    invoker.addEventListener(type, () => target()?.showFor(invoker));
  for (const type of ['pointerleave', 'focusout'])
    invoker.addEventListener(type, () => target()?.leave(invoker));
}

/** Returns the id of the tooltip that describes an element, if there is one. */
export function describedBy(invoker: HTMLElement, id: string): string | undefined {
  return nearestById(invoker, id)?.localName === 's-tooltip' ? id : undefined;
}
