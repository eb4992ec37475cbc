import type {VNode} from 'preact';
import {useState} from 'preact/hooks';
import type {PickerOptions, PickerRow} from '../../../wire/app-bridge.ts';
import {mostRows} from '../selection.ts';
import {DialogBox} from './dialog-box.tsx';

interface RowPickerProps {
  readonly options: PickerOptions;
  readonly answer: (ids: readonly string[] | null) => void;
}

/** The picker of rows that the app gives itself. */
export function RowPicker({options, answer}: RowPickerProps): VNode {
  const {heading, items, headers = []} = options;
  const most = mostRows(options);
  const [selected, setSelected] = useState(() =>
    items.filter((item) => item.selected === true).map(({id}) => id),
  );

  const toggle = (id: string): void => {
    if (selected.includes(id)) setSelected(selected.filter((other) => other !== id));
    else setSelected(most === 1 ? [id] : [...selected, id]);
  };

  return (
    <DialogBox title={heading} class="large" leave={() => answer(null)}>
      <table>
        <Headers headers={headers} />
        <tbody>
          {items.map((item) => (
            <Row
              key={item.id}
              item={item}
              isSelected={selected.includes(item.id)}
              isFull={most > 1 && selected.length >= most}
              toggle={() => toggle(item.id)}
            />
          ))}
        </tbody>
      </table>
      <div class="dialog-foot">
        <button type="button" onClick={() => answer(null)}>
          Cancel
        </button>
        <button type="button" class="primary" onClick={() => answer(selected)}>
          Select
        </button>
      </div>
    </DialogBox>
  );
}

function Headers({headers}: {readonly headers: NonNullable<PickerOptions['headers']>}): VNode {
  return (
    <thead>
      <tr>
        {headers.map(({content = ''}) => (
          <th key={content}>{content}</th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly item: PickerRow;
  readonly isSelected: boolean;
  readonly isFull: boolean;
  readonly toggle: () => void;
}

function Row({item, isSelected, isFull, toggle}: RowProps): VNode {
  const {heading, data = [], badges = [], disabled = false} = item;

  return (
    <tr>
      <td>
        <label>
          <input
            type="checkbox"
            checked={isSelected}
            disabled={disabled || (isFull && !isSelected)}
            onChange={toggle}
          />
          {heading}
        </label>
        {badges.map(({content}) => (
          <span key={content} class="badge">
            {content}
          </span>
        ))}
      </td>
      {data.map((point, index) => (
        <td key={index}>{point}</td>
      ))}
    </tr>
  );
}
