import {ChoiceList} from '../../elements/choice-list.ts';

type Listener = EventListenerOrEventListenerObject;

const wrapped = new WeakMap<Listener, EventListener>();

/** A choice list of the app's own document. It hears only its own `input` and `change`. */
export class PolarisChoiceList extends ChoiceList {
  constructor() {
    super();
    // The input of a choice sends its own event, before the list knows the choice.
    super.addEventListener('input', (event) => {
      if (event.target instanceof Element && event.target.localName === 's-choice') event.stopPropagation();
    });
  }

  /** Leaves out events of fields in the content of a choice, which bubble through the list. */
  override addEventListener(
    type: string,
    listener: Listener,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, atTarget(type, listener), options);
  }

  override removeEventListener(
    type: string,
    listener: Listener,
    options?: boolean | EventListenerOptions,
  ): void {
    super.removeEventListener(type, atTarget(type, listener), options);
  }
}

function atTarget(type: string, listener: Listener): Listener {
  if (type !== 'input' && type !== 'change') return listener;

  const known = wrapped.get(listener);
  if (known !== undefined) return known;

  const own = (event: Event): void => {
    if (event.eventPhase !== Event.AT_TARGET) return;
    if (typeof listener === 'function') listener.call(event.currentTarget ?? window, event);
    else listener.handleEvent(event);
  };

  wrapped.set(listener, own);
  return own;
}
