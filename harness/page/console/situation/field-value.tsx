import type {VNode} from 'preact';
import {useState} from 'preact/hooks';
import {plainText} from '../parts/plain-text.ts';
import {FieldControl, type FieldControlProps} from './field-control.tsx';
import {type LineRow, lineRows} from './line-rows.ts';
import {drafts, wantedField} from './situation-store.ts';

/** The control of a field. The lines of an order or a checkout are rows until somebody edits them. */
export function FieldValue({field, isRefused}: FieldControlProps): VNode {
  const [isEdited, setIsEdited] = useState(false);
  const rows = field.input === 'json' ? lineRows(field.value) : null;
  const isJson = isEdited || isRefused || rows === null || drafts.value.has(field.id);

  if (isJson) return <FieldControl field={field} isRefused={isRefused} />;
  const label = plainText(field.label);
  const edit = (): void => {
    setIsEdited(true);
    wantedField.value = field.id;
  };

  return (
    <div class="sit-lines">
      <ul aria-label={label}>
        {rows.map((row) => (
          <Line key={row.key} row={row} />
        ))}
      </ul>
      <button
        type="button"
        class="link"
        id={`f-${field.id}`}
        aria-label={`Edit as JSON: ${label}`}
        onClick={edit}
      >
        Edit as JSON
      </button>
    </div>
  );
}

function Line({row: {quantity, title, price}}: {readonly row: LineRow}): VNode {
  const text = plainText(title);
  return (
    <li>
      <span class="cut" title={text}>
        {quantity} × {text}
      </span>
      <span class="num">{price}</span>
    </li>
  );
}
