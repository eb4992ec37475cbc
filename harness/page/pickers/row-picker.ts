import type {PickerOptions, PickerRow} from '../../wire/app-bridge.ts';
import {make} from '../elements/base/dom.ts';
import {badge} from './badge.ts';
import {type Picker, PickerDialog} from './picker-dialog.ts';
import {isFull, selectedItems, toggleItem} from './selection.ts';

/** The picker of rows that the caller gives itself: `shopify.picker`. Its answer is the ids of the selected rows. */
export function rowPicker(options: PickerOptions): Picker<readonly string[]> {
  const {heading, items, headers = []} = options;
  let selected = selectedItems(items);

  const rows = items.map((item) => new Row(item, headers));
  const table = make('table', {}, headOf(headers), make('tbody', {}, ...rows.map(({root}) => root)));
  const dialog = new PickerDialog({
    title: heading,
    verb: 'Select',
    content: [make('div', {class: 'sim-picker-rows'}, table)],
    chosen: () => selected,
  });

  const show = (): void => {
    for (const row of rows) row.show(selected.includes(row.id), isFull(selected.length, options));
    dialog.show(selected.length, true);
  };
  for (const row of rows) {
    row.box.addEventListener('change', () => {
      selected = toggleItem(selected, row.id, options);
      show();
    });
  }

  show();
  return dialog;
}

type Headers = NonNullable<PickerOptions['headers']>;

function headOf(headers: Headers): HTMLElement {
  const cells = headers.map(({content = '', type}) =>
    make(content === '' ? 'td' : 'th', {...ofType(type), ...(content === '' ? {} : {scope: 'col'})}, content),
  );
  return make('thead', {}, make('tr', {}, ...cells));
}

/** A row of a picker: a box with the heading, and a cell for each value. */
class Row {
  readonly id: string;
  readonly root: HTMLElement;
  readonly box: HTMLInputElement = make('input', {type: 'checkbox'});
  readonly #isDisabled: boolean;

  constructor(
    {id, heading, data = [], badges = [], disabled = false, thumbnail}: PickerRow,
    headers: Headers,
  ) {
    this.id = id;
    this.#isDisabled = disabled;

    const picture = thumbnail === undefined ? [] : [make('img', {src: thumbnail.url, alt: ''})];
    const label = make('label', {}, this.box, ...picture, heading);
    const values = data.map((value, index) =>
      make('td', ofType(headers[index + 1]?.type), value === undefined ? '' : String(value)),
    );
    this.root = make('tr', {}, make('td', {}, label, ...badges.map(badge)), ...values);
  }

  /** Shows whether the row is selected. A picker that is full takes no other row. */
  show(isSelected: boolean, isPickerFull: boolean): void {
    this.box.checked = isSelected;
    this.box.disabled = this.#isDisabled || (isPickerFull && !isSelected);
  }
}

function ofType(type: 'string' | 'number' | undefined): Readonly<Record<string, string>> {
  return type === 'number' ? {class: 'sim-picker-number'} : {};
}
