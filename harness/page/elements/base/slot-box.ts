import {make} from './dom.ts';

/** Creates a box around named slots. It is hidden while nothing is slotted. */
export function slotBox(className: string, ...names: readonly string[]): HTMLElement {
  const slots = names.map((name) => make('slot', {name}));
  const box = make('div', {class: className, hidden: ''}, ...slots);
  const follow = (): void => {
    box.hidden = slots.every((slot) => slot.assignedNodes().length === 0);
  };

  for (const slot of slots) slot.addEventListener('slotchange', follow);
  return box;
}
