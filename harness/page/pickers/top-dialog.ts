/** The events after which another dialog may be on top. Dialogs of elements send the last two. */
const DIALOG_EVENTS = ['close', 'toggle', 'aftershow', 'afterhide'];

/**
 * Keeps a popover over all dialogs while it has content. It is in the top dialog, because that makes everything outside of it
 * inert. As a popover it is also over the dialog of an element, which opens in its shadow tree. Returns the function to call
 * after the content has changed.
 */
export function keepOnTop(popover: HTMLElement, layer: HTMLElement): () => void {
  popover.popover = 'manual';
  layer.append(popover);

  const settle = (): void => {
    const over = [...document.querySelectorAll('dialog:modal')].at(-1) ?? layer;
    if (popover.parentElement !== over) over.append(popover);

    // A popover that is shown again comes to the top.
    popover.hidePopover();
    if (popover.hasChildNodes()) popover.showPopover();
  };

  for (const type of DIALOG_EVENTS) {
    document.addEventListener(type, ({target}) => target !== popover && settle(), true);
  }
  return settle;
}
