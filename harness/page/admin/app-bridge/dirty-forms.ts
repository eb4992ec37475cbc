import type {AdminForApp, BarAction} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';

/**
 * Shows the save bar for forms with `data-save-bar` whose fields differ from those at the start. Saving submits the form,
 * and discarding resets it.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/save-bar-api
 */
export function followForms(admin: Remote<AdminForApp>): void {
  const saved = new WeakMap<HTMLFormElement, string>();
  let shown: HTMLFormElement | null = null;

  const check = (form: HTMLFormElement): void => {
    const isDirty = (saved.get(form) ?? valuesOf(form)) !== valuesOf(form);
    if (isDirty && shown !== form) void admin.saveBar(barOf(form));
    if (!isDirty && shown === form) void admin.saveBar(null);
    if (isDirty) shown = form;
    else if (shown === form) shown = null;
  };

  const remember = (form: HTMLFormElement): void => {
    saved.set(form, valuesOf(form));
    check(form);
  };

  // The first event of a form comes after its first change, so its values are kept when it is entered.
  const enter = ({target}: Event): void => {
    const form = formOf(target);
    if (form !== null && !saved.has(form)) saved.set(form, valuesOf(form));
  };

  for (const type of ['focusin', 'pointerdown', 'beforeinput']) document.addEventListener(type, enter, true);
  for (const type of ['input', 'change'])
    document.addEventListener(type, ({target}) => {
      const form = formOf(target);
      if (form !== null) check(form);
    });

  for (const type of ['submit', 'reset'])
    document.addEventListener(type, ({target}) => {
      const form = formOf(target);
      // Listeners of the app, and the reset itself, come first.
      if (form !== null) queueMicrotask(() => remember(form));
    });
}

function barOf(form: HTMLFormElement): Parameters<AdminForApp['saveBar']>[0] {
  return {
    id: form.id,
    discardConfirmation: form.hasAttribute('data-discard-confirmation'),
    save: action('Save', () => form.requestSubmit()),
    discard: action('Discard', () => form.reset()),
  };
}

function action(label: string, press: () => void): BarAction {
  return {label, tone: 'default', disabled: false, loading: false, press};
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  const form = target instanceof Element ? target.closest('form') : null;
  return form !== null && form.hasAttribute('data-save-bar') ? form : null;
}

/** Returns the values of a form as a string to compare. */
function valuesOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : `${value.name} ${value.size}`,
  ]);
  return JSON.stringify(entries);
}
