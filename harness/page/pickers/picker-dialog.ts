import {adoptCss} from '../elements/base/adopt-css.ts';
import {make} from '../elements/base/dom.ts';
import {PICKER_CSS} from './picker-css.ts';

/** A dialog in which a person chooses. */
export interface Picker<Answer> {
  readonly root: HTMLDialogElement;
  /** Resolves with what the person chose; null if they left the dialog. */
  readonly answer: Promise<Answer | null>;
}

/** The parts of a picker's dialog. */
export interface PickerDialogOptions<Answer> {
  readonly title: string;
  /** The label of the button that chooses. */
  readonly verb: string;
  readonly content: readonly Node[];
  /** Returns what is chosen now. */
  readonly chosen: () => Answer;
}

let hasCss = false;

/** The dialog of a picker: a title, rows, and the buttons that choose and leave. */
export class PickerDialog<Answer> implements Picker<Answer> {
  readonly root: HTMLDialogElement;
  readonly answer: Promise<Answer | null>;
  readonly #count = make('span', {class: 'sim-picker-count'});
  readonly #choose: HTMLButtonElement;

  constructor({title, verb, content, chosen}: PickerDialogOptions<Answer>) {
    if (!hasCss) adoptCss(PICKER_CSS);
    hasCss = true;

    const close = make('button', {type: 'button', 'aria-label': 'Close'}, '×');
    const cancel = make('button', {type: 'button'}, 'Cancel');
    this.#choose = make('button', {type: 'button', class: 'sim-picker-choose'}, verb);
    this.root = make(
      'dialog',
      {class: 'sim-picker', 'aria-label': title},
      make('div', {class: 'sim-picker-head'}, make('h2', {}, title), close),
      ...content,
      make('div', {class: 'sim-picker-foot'}, this.#count, cancel, this.#choose),
    );

    this.answer = new Promise((resolve) => {
      this.#choose.addEventListener('click', () => resolve(chosen()));
      for (const button of [close, cancel]) button.addEventListener('click', () => resolve(null));
      this.root.addEventListener('cancel', (event) => {
        event.preventDefault();
        resolve(null);
      });
    });
  }

  /** Shows the number of selected rows, and whether they may be chosen. */
  show(count: number, mayChoose: boolean): void {
    this.#count.textContent = `${count} selected`;
    this.#choose.disabled = !mayChoose;
  }
}
