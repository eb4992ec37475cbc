import type {VNode} from 'preact';
import type {SituationField} from '../../../wire/console.ts';
import {IconButton} from '../button.tsx';
import {plainText} from '../plain-text.ts';
import {FieldControl} from './field-control.tsx';
import {PeopleField} from './people-field.tsx';
import {flashes, refusals, undo} from './situation-store.ts';

/** A field with its label, its undo and the refusal of the server. */
export function FieldView({field}: {readonly field: SituationField}): VNode {
  const {id, label, input, isChanged} = field;
  const refusal = refusals.value.get(id);
  const count = flashes.value.get(id) ?? 0;
  const name = plainText(label);

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
          <FieldControl field={field} isRefused={refusal !== undefined} />
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
