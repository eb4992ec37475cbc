import type {Signal} from '@preact/signals';
import type {VNode} from 'preact';
import {Icon} from './icon.tsx';

export interface SearchFieldProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  /** Says what the words are compared with. */
  readonly title: string;
  readonly text: Signal<string>;
}

/** The field above a list that decides which rows are shown. The key / focuses it. */
export function SearchField({id, label, placeholder, title, text}: SearchFieldProps): VNode {
  return (
    <label class="field grow" title={title}>
      <Icon name="search" small />
      <span class="vh">{label}</span>
      <input
        id={id}
        type="search"
        value={text.value}
        placeholder={placeholder}
        onInput={({currentTarget}) => (text.value = currentTarget.value)}
      />
      <kbd>/</kbd>
    </label>
  );
}
