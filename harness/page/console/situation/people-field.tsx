import type {VNode} from 'preact';
import {useState} from 'preact/hooks';
import type {SituationField} from '../../../wire/console.ts';
import {plainText} from '../parts/plain-text.ts';
import {Choice} from '../strip/situation-strip.tsx';
import {FieldControl} from './field-control.tsx';
import {change, drafts, refusals} from './situation-store.ts';

/** The people as cards, and the JSON of somebody else. */
export function PeopleField({field}: {readonly field: SituationField}): VNode {
  const {id, options, value, label, hint} = field;
  const isKnown = options.some((option) => option.value === value);
  const [isOther, setIsOther] = useState(false);
  const showsJson = isOther || !isKnown || drafts.value.has(id);

  return (
    <div class="sit-people">
      {options.map((option) => (
        <Choice
          key={option.value}
          label={plainText(option.label)}
          note={option.note ?? ''}
          isChosen={option.value === value}
          onChoose={() => {
            setIsOther(false);
            void change(id, option.value);
          }}
        />
      ))}
      <Choice
        label={label}
        note="your own data, as JSON"
        isChosen={!isKnown}
        onChoose={() => setIsOther(true)}
      />
      {showsJson ? (
        <>
          <label class="vh" for={`f-${id}`}>
            {label}, as JSON
          </label>
          <FieldControl
            field={{...field, input: 'json', value: isKnown ? null : value, hint}}
            isRefused={refusals.value.has(id)}
          />
        </>
      ) : null}
    </div>
  );
}
