import type {VNode} from 'preact';
import type {WayStep} from '../../../wire/request-detail.ts';
import {Icon, type IconName} from '../parts/icon.tsx';
import {plainText} from '../parts/plain-text.ts';

const ICONS: Readonly<Record<WayStep['state'], IconName>> = {ok: 'check', bad: 'x', none: 'none'};
const WORDS: Readonly<Record<WayStep['state'], string>> = {ok: 'passed', bad: 'failed', none: 'not reached'};

/** The steps of a request. The step that failed is red. */
export function RequestWay({steps}: {readonly steps: readonly WayStep[]}): VNode {
  return (
    <ol class="way" aria-label="The way of this request">
      {steps.map(({name, state, text}) => (
        <li key={name} class={state}>
          <span class="o">
            <Icon name={ICONS[state]} />
          </span>
          <b>
            {name}
            <span class="vh"> {WORDS[state]}</span>
          </b>
          <span class="cut" title={plainText(text)}>
            {plainText(text)}
          </span>
        </li>
      ))}
    </ol>
  );
}
