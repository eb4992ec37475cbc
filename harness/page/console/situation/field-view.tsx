import type {VNode} from 'preact';
import {useEffect} from 'preact/hooks';
import type {SituationField} from '../../../wire/console.ts';
import {IconButton} from '../parts/button.tsx';
import {plainText} from '../parts/plain-text.ts';
import {FieldValue} from './field-value.tsx';
import {PeopleField} from './people-field.tsx';
import {flashes, refusals, undo, wantedField} from './situation-store.ts';

/** A field with its label, its undo and the refusal of the server. */
export function FieldView({field}: {readonly field: SituationField}): VNode {
  const {id, label, input, isChanged} = field;
  const refusal = refusals.value.get(id);
  const count = flashes.value.get(id) ?? 0;
  const name = plainText(label);

  useEffect(() => {
    if (wantedField.value !== id) return;
    wantedField.value = null;
    document.getElementById(`f-${id}`)?.focus();
  }, [wantedField.value]);

  return (
    // Another key draws the field again, so that the animation runs once more.
    <div class={`sit-field${count === 0 ? '' : ` flash f${count % 2}`}`}>
      {input === 'people' ? (
        <PeopleField field={field} />
      ) : (
        <>
          <label class="sit-label" for={`f-${id}`}>
            {isChanged ? <i class="chg" title="Differs from the start" /> : null}
            {name}
          </label>
          <FieldValue field={field} isRefused={refusal !== undefined} />
        </>
      )}
      {isChanged ? <IconButton icon="undo" label={`Undo ${name}`} onClick={() => void undo(id)} /> : null}
      {refusal === undefined ? null : (
        <p class="sit-bad" id={`r-${id}`} role="alert">
          {plainText(refusal)}
        </p>
      )}
    </div>
  );
}
