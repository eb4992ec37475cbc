import type {PickedResource, ResourceQuery} from '../../wire/admin.ts';
import {make} from '../elements/base/dom.ts';
import {badge} from './badge.ts';
import {type Picker, PickerDialog} from './picker-dialog.ts';
import {isFull, pickedRows, startingSelection, toggleRow, toggleVariant} from './selection.ts';
import type {Selection} from './selection.ts';

/** The parts of a picker of resources. */
export interface ResourcePickerOptions {
  readonly query: ResourceQuery;
  /** All resources that the filter leaves. */
  readonly found: readonly PickedResource[];
  /** Returns those that a query of the search field finds. */
  search(words: string): Promise<readonly PickedResource[]>;
}

const NAMES = {product: 'products', variant: 'variants', collection: 'collections'};

/** The states of products that the picker names. */
const STATES: Readonly<Record<string, string>> = {ARCHIVED: 'Archived', DRAFT: 'Draft'};

/** The picker of products, variants or collections: `shopify.resourcePicker`. Its answer is the selected resources. */
export function resourcePicker({
  query,
  found,
  search,
}: ResourcePickerOptions): Picker<readonly PickedResource[]> {
  const verb = query.action === 'select' ? 'Select' : 'Add';
  const name = NAMES[query.type];
  const mayChooseNone = (query.selectionIds ?? []).length > 0;
  let selected = startingSelection(found, query);

  const rows = found.map((resource) => new ResourceRow(resource, query));
  const list = new ResourceList(rows, name);
  const field = searchField(name, query.query ?? '');
  const dialog = new PickerDialog({
    title: `${verb} ${name}`,
    verb,
    content: [field, list.root],
    chosen: () => pickedRows(found, selected),
  });

  const select = (next: Selection): void => {
    selected = next;
    const {length} = pickedRows(found, selected);
    for (const row of rows) row.show(selected, isFull(length, query));
    dialog.show(length, length > 0 || mayChooseNone);
  };
  for (const row of rows) {
    row.box.addEventListener('change', () => select(toggleRow(selected, row.resource, query)));
    row.onVariant((id) => select(toggleVariant(selected, row.resource, id, query)));
  }

  const look = async (): Promise<void> => {
    const words = field.value;
    const matches = await search(words);
    if (words === field.value) list.show(matches);
  };
  field.addEventListener('input', () => void look());

  select(selected);
  if (field.value !== '') void look();
  else list.show(found);
  return dialog;
}

function searchField(name: string, words: string): HTMLInputElement {
  const label = `Search ${name}`;
  const field = make('input', {type: 'search', 'aria-label': label, placeholder: label});
  field.value = words;
  return field;
}

/** The rows of a picker. Rows that a search does not find are hidden, and stay selected. */
class ResourceList {
  readonly root: HTMLElement;
  readonly #rows: readonly ResourceRow[];
  readonly #name: string;
  readonly #none = make('p', {class: 'sim-picker-none', role: 'status'});

  constructor(rows: readonly ResourceRow[], name: string) {
    this.#rows = rows;
    this.#name = name;
    const list = make('ul', {'aria-label': name}, ...rows.map(({root}) => root));
    this.root = make('div', {class: 'sim-picker-rows'}, list, this.#none);
  }

  show(matches: readonly PickedResource[]): void {
    const ids = new Set(matches.map(({id}) => id));
    for (const {root, resource} of this.#rows) root.hidden = !ids.has(resource.id);
    this.#none.textContent = ids.size === 0 ? `No ${this.#name} found` : '';
  }
}

/** A resource with its box, and with a box for each variant if there are several. */
class ResourceRow {
  readonly resource: PickedResource;
  readonly root: HTMLElement;
  readonly box: HTMLInputElement = make('input', {type: 'checkbox'});
  readonly #variants: ReadonlyMap<string, HTMLInputElement>;

  constructor(resource: PickedResource, query: ResourceQuery) {
    this.resource = resource;
    const {title, displayName, status} = resource;
    const shown = query.filter?.variants === false ? [] : (resource.variants ?? []);
    const variants = shown.length < 2 ? [] : shown;
    this.#variants = new Map(variants.map(({id}) => [id, make('input', {type: 'checkbox'})]));

    const name = typeof displayName === 'string' ? displayName : title;
    const state = STATES[String(status)];
    this.root = make(
      'li',
      {},
      make('label', {}, this.box, name),
      ...(state === undefined ? [] : [badge({content: state})]),
      ...(variants.length === 0 ? [] : [this.#listOf(variants)]),
    );
  }

  onVariant(toggled: (id: string) => void): void {
    for (const [id, box] of this.#variants) box.addEventListener('change', () => toggled(id));
  }

  /** Shows what is selected. A picker that is full takes no other resource. */
  show(selected: Selection, isPickerFull: boolean): void {
    const isSelected = selected.has(this.resource.id);
    const isLocked = isPickerFull && !isSelected;
    this.box.checked = isSelected;
    this.box.disabled = isLocked;

    for (const [id, box] of this.#variants) {
      box.checked = selected.has(id);
      box.disabled = isLocked;
    }
  }

  #listOf(variants: readonly PickedResource[]): HTMLElement {
    const items = variants.map(({id, title}) =>
      make('li', {}, make('label', {}, this.#variants.get(id) ?? '', title)),
    );
    return make('ul', {'aria-label': `Variants of ${this.resource.title}`}, ...items);
  }
}
