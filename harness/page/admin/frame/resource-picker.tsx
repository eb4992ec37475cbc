import type {VNode} from 'preact';
import {useState} from 'preact/hooks';
import type {PickedResource, ResourceQuery} from '../../../wire/admin.ts';
import {mostRows, pickedRows, startingSelection, toggleRow, toggleVariant} from '../selection.ts';
import type {Selection} from '../selection.ts';
import {DialogBox} from './dialog-box.tsx';

interface ResourcePickerProps {
  readonly query: ResourceQuery;
  readonly found: readonly PickedResource[];
  readonly answer: (picked: readonly PickedResource[] | null) => void;
}

const NAMES = {product: 'products', variant: 'variants', collection: 'collections'};

/** The picker of products, variants or collections. */
export function ResourcePicker({query, found, answer}: ResourcePickerProps): VNode {
  const [words, setWords] = useState(query.query ?? '');
  const [selected, setSelected] = useState(() => startingSelection(found, query));

  const verb = query.action === 'select' ? 'Select' : 'Add';
  const rows = found.filter(({title}) => title.toLowerCase().includes(words.toLowerCase()));
  const picked = pickedRows(found, selected);
  const canPick = picked.length > 0 || (query.selectionIds ?? []).length > 0;
  const isFull = picked.length >= mostRows(query) && mostRows(query) > 1;

  return (
    <DialogBox title={`${verb} ${NAMES[query.type]}`} class="large" leave={() => answer(null)}>
      <input
        type="search"
        aria-label={`Search ${NAMES[query.type]}`}
        placeholder={`Search ${NAMES[query.type]}`}
        value={words}
        onInput={({currentTarget}) => setWords(currentTarget.value)}
      />
      <ul class="rows">
        {rows.map((row) => (
          <ResourceRow
            key={row.id}
            row={row}
            selected={selected}
            isFull={isFull}
            toggle={() => setSelected(toggleRow(selected, row, query))}
            toggleVariant={(id) => setSelected(toggleVariant(selected, row, id, query))}
          />
        ))}
      </ul>
      <Foot
        verb={verb}
        count={picked.length}
        canPick={canPick}
        answer={(isDone) => answer(isDone ? picked : null)}
      />
    </DialogBox>
  );
}

interface FootProps {
  readonly verb: string;
  readonly count: number;
  readonly canPick: boolean;
  readonly answer: (isDone: boolean) => void;
}

function Foot({verb, count, canPick, answer}: FootProps): VNode {
  return (
    <div class="dialog-foot">
      <span>{`${count} selected`}</span>
      <button type="button" onClick={() => answer(false)}>
        Cancel
      </button>
      <button type="button" class="primary" disabled={!canPick} onClick={() => answer(true)}>
        {verb}
      </button>
    </div>
  );
}

interface ResourceRowProps {
  readonly row: PickedResource;
  readonly selected: Selection;
  /** Whether no further row may be selected. */
  readonly isFull: boolean;
  readonly toggle: () => void;
  readonly toggleVariant: (id: string) => void;
}

function ResourceRow({row, selected, isFull, toggle, toggleVariant: toggleOne}: ResourceRowProps): VNode {
  const isSelected = selected.has(row.id);
  const variants = row.variants ?? [];

  return (
    <li>
      <label>
        <input type="checkbox" checked={isSelected} disabled={isFull && !isSelected} onChange={toggle} />
        {row.title}
      </label>
      {variants.length < 2 ? null : (
        <ul aria-label={`Variants of ${row.title}`}>
          {variants.map(({id, title}) => (
            <li key={id}>
              <label>
                <input type="checkbox" checked={selected.has(id)} onChange={() => toggleOne(id)} />
                {title}
              </label>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
