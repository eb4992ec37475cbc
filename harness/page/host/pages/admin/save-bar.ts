import {make} from '../../../elements/base/dom.ts';
import {SAVE_FORM_CHANGE, type SaveForm} from '../../../elements/base/save-form.ts';

const FORMS = 's-form, s-function-settings';

export const SAVE_BAR_CSS: string = `
.sim-admin-save {
  position: sticky; inset-block-start: 0; z-index: 3; display: flex; flex-wrap: wrap; align-items: center; gap: 10px;
  padding: 10px 16px; background: var(--sim-surface); border-block-end: 1px solid var(--sim-border);
}
.sim-admin-save[hidden] { display: none; }
.sim-admin-save strong { flex: 1; }
.sim-admin-save [role='alert'] { flex-basis: 100%; color: var(--sim-critical); }
.sim-admin-save [role='alert']:empty { display: none; }
`;

/** The save bar of the admin. It shows while a form of an extension is dirty, and saves or discards all of them. */
export class SaveBar {
  readonly root: HTMLElement;
  readonly #page: HTMLElement;
  readonly #error = make('span', {role: 'alert'});
  readonly #save = make('button', {class: 'sim-primary', type: 'button'}, 'Save');
  readonly #discard = make('button', {class: 'sim-plain', type: 'button'}, 'Discard');
  #isDue = false;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.root = make(
      'section',
      {class: 'sim-admin-save', 'aria-label': 'Unsaved changes', hidden: ''},
      make('strong', {}, 'Unsaved changes'),
      this.#discard,
      this.#save,
      this.#error,
    );

    page.addEventListener(SAVE_FORM_CHANGE, () => this.changed());
    this.#save.addEventListener('click', () => void this.#saveAll());
    this.#discard.addEventListener('click', () => {
      for (const form of this.#dirty()) form.discard();
    });
  }

  /** Shows or hides the bar, once for all changes of a task. */
  changed(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.root.hidden = this.#dirty().length === 0;
      if (this.root.hidden) this.#error.textContent = '';
    });
  }

  /** Saves every dirty form. An error of an extension stays in the bar. */
  async #saveAll(): Promise<void> {
    this.#error.textContent = '';
    this.#setDisabled(true);

    try {
      await Promise.all(this.#dirty().map((form) => form.save()));
    } catch (error) {
      this.#error.textContent = error instanceof Error ? error.message : String(error);
    }

    this.#setDisabled(false);
    this.changed();
  }

  #setDisabled(isDisabled: boolean): void {
    for (const button of [this.#save, this.#discard]) button.disabled = isDisabled;
  }

  #dirty(): SaveForm[] {
    return [...this.#page.querySelectorAll<SaveForm>(FORMS)].filter((form) => form.isDirty);
  }
}
