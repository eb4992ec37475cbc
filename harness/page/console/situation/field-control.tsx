import type {VNode} from 'preact';
import type {FieldOption, SituationField} from '../../../wire/console.ts';
import {plainText} from '../parts/plain-text.ts';
import {choose, drafts, type} from './situation-store.ts';

export interface FieldControlProps {
  readonly field: SituationField;
  readonly isRefused: boolean;
}

/** The attributes that every control has. */
interface SharedAttributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby'?: string;
}

/** The control of a field, by its type. */
export function FieldControl({field, isRefused}: FieldControlProps): VNode {
  const {id, input} = field;
  const shared = {
    id: `f-${id}`,
    'aria-invalid': isRefused,
    ...(isRefused ? {'aria-describedby': `r-${id}`} : {}),
  };

  if (input === 'choice') return <ChoiceControl field={field} shared={shared} />;
  if (input === 'switch') return <SwitchControl field={field} shared={shared} />;
  return <TypedControl field={field} shared={shared} />;
}

function SwitchControl({field: {id, value, hint}, shared}: ControlProps): VNode {
  const text = drafts.value.get(id) ?? value;

  return (
    <span class="sit-switch">
      <input
        {...shared}
        type="checkbox"
        role="switch"
        checked={text === 'true'}
        onChange={({currentTarget}) => choose(id, String(currentTarget.checked))}
      />
      <small class="dim2">{hint}</small>
    </span>
  );
}

function TypedControl({field, shared}: ControlProps): VNode {
  const {id, input, value, hint, options} = field;
  const text = drafts.value.get(id) ?? value ?? '';
  const typed = {
    ...shared,
    value: text,
    placeholder: value === null ? `unset${hint === '' ? '' : `: ${hint}`}` : hint,
    spellcheck: false,
    onInput: ({currentTarget}: {currentTarget: HTMLInputElement | HTMLTextAreaElement}) =>
      type(field, currentTarget.value),
  };

  if (input === 'json' || input === 'lines') {
    const rows = Math.min(6, Math.ceil((text.length + 1) / 60));
    return <textarea {...typed} class={input === 'json' ? 'mono' : ''} rows={rows} />;
  }

  const list = options.length === 0 ? undefined : `o-${id}`;
  return (
    <>
      <input {...typed} type={input === 'date' ? 'date' : 'text'} list={list} autocomplete="off" />
      {list === undefined ? null : (
        <datalist id={list}>
          {options.map((option) => (
            <option key={option.value} value={option.value ?? ''} label={plainText(option.label)} />
          ))}
        </datalist>
      )}
    </>
  );
}

interface ControlProps {
  readonly field: SituationField;
  readonly shared: SharedAttributes;
}

function ChoiceControl({field: {id, value, options}, shared}: ControlProps): VNode {
  const notes = [...new Set(options.flatMap(({note}) => (note === undefined ? [] : [note])))];
  const chosen = drafts.value.get(id) ?? value ?? '';
  const isKnown = options.some((option) => (option.value ?? '') === chosen);

  return (
    <select {...shared} value={chosen} onChange={({currentTarget}) => choose(id, currentTarget.value)}>
      {isKnown ? null : <option value={chosen}>{plainText(chosen === '' ? 'unset' : chosen)}</option>}
      <Options list={options.filter(({note}) => note === undefined)} />
      {notes.map((note) => (
        <optgroup key={note} label={note}>
          <Options list={options.filter((option) => option.note === note)} />
        </optgroup>
      ))}
    </select>
  );
}

function Options({list}: {readonly list: readonly FieldOption[]}): VNode {
  return (
    <>
      {list.map(({value, label, isOff}) => (
        <option key={value} value={value ?? ''} disabled={isOff === true}>
          {plainText(label)}
        </option>
      ))}
    </>
  );
}
