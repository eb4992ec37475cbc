import type {VNode} from 'preact';
import type {ConsoleState} from '../../../wire/console.ts';
import {IconButton} from '../parts/button.tsx';
import {act, copy} from '../state/console-client.ts';
import {ClockChip} from './clock-chip.tsx';
import {CasesChip} from './cases-chip.tsx';
import {Icon} from '../parts/icon.tsx';
import {Popover} from './popover.tsx';
import {connection, noun, situation, welcome} from '../state/store.ts';

/** The strip: who is there, language, target, clock and armed cases. All that differs from the start is violet. */
export function SituationStrip(): VNode {
  const {value: state} = situation;
  if (state === null || connection.value !== 'open') return <LostStrip />;

  const {deviations} = state;
  const count = deviations.length;
  return (
    <div class="strip" role="toolbar" aria-label="The situation">
      <CustomerChip state={state} />
      {state.languages.length === 0 ? null : <LanguageChip state={state} />}
      {state.extensions.some(({targets}) => targets.length > 0) ? <TargetChip state={state} /> : null}
      <span class="sep" />
      <ClockChip state={state} />
      <CasesChip state={state} />
      {state.holdsToCors === null ? null : <CorsChip isHeld={state.holdsToCors} />}
      <span class="grow" />
      {noun.value === 'extension' ? (
        <IconButton
          icon="copy"
          label="Copy what the page shows as a test"
          class="more"
          onClick={() => void copy('page-test')}
        />
      ) : null}
      {count === 0 ? null : (
        <button
          type="button"
          class="link reset"
          title={`Back to the start. Now ${deviations.map(({text}) => text).join(', ')}. (Ctrl Backspace)`}
          onClick={() => void act('reset')}
        >
          Reset<span class="more"> {count}</span>
        </button>
      )}
    </div>
  );
}

function LostStrip(): VNode {
  const text = {
    connecting: 'Connecting to simhost …',
    open: 'Connecting to simhost …',
    lost: 'simhost has stopped. This page connects again when it runs.',
    unknown: 'This address belongs to an earlier start. Open the address that simhost prints now.',
  }[connection.value];

  return (
    <div class="strip lost" role="status">
      <Icon name="alert" small />
      <span>{text}</span>
    </div>
  );
}

function isOff({deviations}: ConsoleState, topic: string): string {
  return deviations.some((deviation) => deviation.topic === topic) ? 'chip off' : 'chip';
}

function CustomerChip({state}: {readonly state: ConsoleState}): VNode {
  const [first = '', ...rest] = state.customer.label.split(' ');
  const button = (
    <>
      <Icon name="user" small />
      <span>
        {first}
        <span class="more"> {rest.join(' ')}</span>
      </span>
    </>
  );

  return (
    <Popover
      label="Signed in"
      title={`Signed in: ${state.customer.label} (G)`}
      class={isOff(state, 'customer')}
      opens="g"
      button={button}
    >
      {(close) =>
        welcome.value?.people.map(({name, label, note}) => (
          <Choice
            key={name}
            label={label}
            note={note}
            isChosen={state.customer.name === name}
            onChoose={() => {
              close();
              void act('sign-in', {name});
            }}
          />
        ))
      }
    </Popover>
  );
}

function LanguageChip({state}: {readonly state: ConsoleState}): VNode {
  const {language, country, currency, languages} = state;
  const button = (
    <>
      <Icon name="globe" small />
      <span>
        {language}
        <span class="more">, {country}</span>
      </span>
    </>
  );

  return (
    <Popover
      label="Language"
      title={`Language ${language}, country ${country}, currency ${currency} (L: the next)`}
      class={isOff(state, 'language')}
      opens="l"
      button={button}
    >
      {(close) =>
        languages.map((tag) => (
          <Choice
            key={tag}
            label={languageName(tag)}
            note={tag}
            isChosen={tag === language}
            onChoose={() => {
              close();
              void act('language', {tag});
            }}
          />
        ))
      }
    </Popover>
  );
}

function TargetChip({state}: {readonly state: ConsoleState}): VNode {
  const {extensions} = state;
  const target = extensions[0]?.target ?? '';
  const button = (
    <>
      <Icon name="target" small />
      <TargetName target={target} />
    </>
  );

  return (
    <Popover
      label="Target"
      title={`Target: ${target}`}
      class={`${isOff(state, 'target')} shrinks`}
      opens="d"
      button={button}
    >
      {(close) =>
        extensions.flatMap(({name, target: shown, targets}) =>
          targets.map((each) => (
            <Choice
              key={each}
              label={each}
              note={name}
              isChosen={each === shown}
              onChoose={() => {
                close();
                void act('target', {target: each});
              }}
            />
          )),
        )
      }
    </Popover>
  );
}

/** Shortens a target to its place: `order-status.block`. */
function TargetName({target}: {readonly target: string}): VNode {
  const [, area = '', ...rest] = target.split('.');
  return (
    <span class="cut">
      <span class="more">{area}.</span>
      {rest[0] ?? area}
    </span>
  );
}

function CorsChip({isHeld}: {readonly isHeld: boolean}): VNode {
  const title = isHeld
    ? 'An answer that a browser would hide stays hidden from the extension'
    : 'Off: the extension sees answers that a browser would hide';

  return (
    <button
      type="button"
      class={isHeld ? 'chip' : 'chip off'}
      aria-pressed={isHeld}
      title={title}
      onClick={() => void act('cors')}
    >
      <Icon name="shield" small />
      {isHeld ? <span class="vh">Hold to CORS</span> : null}
      {isHeld ? null : <span>CORS off</span>}
    </button>
  );
}

export interface ChoiceProps {
  readonly label: string;
  readonly note: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A row of a popover. */
export function Choice({label, note, isChosen, onChoose}: ChoiceProps): VNode {
  return (
    <button type="button" class="choice" aria-pressed={isChosen} onClick={onChoose}>
      <span>{label}</span>
      <small>{note}</small>
    </button>
  );
}

/** Returns the English name of a language. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], {type: 'language'}).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
