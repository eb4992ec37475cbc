import {DEED_EVENT} from '../../../wire/deed.ts';
import type {Deed, DeedAction} from '../../../wire/deed.ts';
import {accessibleOf, accessiblesIn, foundAmong} from './accessible.ts';
import type {Accessible} from './accessible.ts';

/** The roles of elements that a click does something to. Other controls report a new value. */
const CLICKED = ['button', 'link', 'menuitem', 'tab', 'option', 'treeitem'];

/** An entry that somebody is typing. */
interface Typing {
  readonly control: Accessible;
  readonly path: readonly EventTarget[];
  value: string;
}

/** Reports what a person does on the page, one event for each deed. An entry is reported once it is complete. */
export class Deeds {
  #typing: Typing | null = null;

  start(): void {
    const listen = <K extends keyof DocumentEventMap>(
      type: K,
      run: (event: DocumentEventMap[K]) => void,
    ): void => document.addEventListener(type, (event) => event.isTrusted && run(event), {capture: true});

    listen('click', (event) => this.#clicked(event));
    listen('input', (event) => this.#changed(event));
    listen('focusout', () => this.#typed());
    listen('keydown', (event) => this.#pressed(event));
  }

  #clicked(event: Event): void {
    this.#typed();
    const path = event.composedPath();
    const control = controlIn(path, ({role}) => CLICKED.includes(role));
    if (control !== null) report(control, path, 'click', null);
  }

  #changed(event: Event): void {
    const path = event.composedPath();
    const [field] = path;
    const control = controlIn(path, () => true);
    if (control === null) return;

    if (field instanceof HTMLSelectElement) {
      return report(control, path, 'selectOption', field.selectedOptions[0]?.label ?? '');
    }

    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
      return report(control, path, field.checked ? 'check' : 'uncheck', null);
    }

    // What somebody types into a password field stays in the page.
    const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
    if (isText && field.type !== 'password') this.#typing = {control, path, value: field.value};
  }

  /** Reports the text that was entered since the last deed. */
  #typed(): void {
    const typing = this.#typing;
    this.#typing = null;
    if (typing !== null) report(typing.control, typing.path, 'fill', typing.value);
  }

  #pressed(event: KeyboardEvent): void {
    const [field] = event.composedPath();
    if (event.key !== 'Enter' || !(field instanceof HTMLInputElement)) return;

    this.#typed();
    const path = event.composedPath();
    const control = controlIn(path, ({role}) => role === 'textbox' || role === 'searchbox');
    if (control !== null) report(control, path, 'press', 'Enter');
  }
}

/** Finds the innermost element of an event's path that has a role and fits. */
function controlIn(path: readonly EventTarget[], fits: (control: Accessible) => boolean): Accessible | null {
  for (const each of path) {
    const control = each instanceof Element ? accessibleOf(each) : null;
    if (control !== null && control.name !== '' && fits(control)) return control;
  }
  return null;
}

function report(
  control: Accessible,
  path: readonly EventTarget[],
  action: DeedAction,
  value: string | null,
): void {
  const container = path.find((each) => each instanceof HTMLElement && each.dataset['mount'] !== undefined);
  const root = container instanceof HTMLElement ? container : null;

  const detail: Deed = {
    mount: root?.dataset['mount'] ?? null,
    control: foundAmong(control, accessiblesIn(root ?? document.body)),
    action,
    value,
  };
  document.dispatchEvent(new CustomEvent(DEED_EVENT, {detail}));
}
