import {type Signal, signal} from '@preact/signals';
import type {VNode} from 'preact';
import {useEffect, useLayoutEffect} from 'preact/hooks';
import {changeLayout} from '../console-client.ts';
import {loadCatalogue} from '../cases/cases-store.ts';
import {Cut} from '../cut.tsx';
import {Dialog} from '../dialog.tsx';
import {openDialog} from '../dialogs.ts';
import {runKey} from '../focus.ts';
import {Icon} from '../icon.tsx';
import {situation} from '../store.ts';
import {MOST_RECENT} from '../../../wire/console.ts';
import type {FoundCommand} from './command.ts';
import {findCommands} from './find-commands.ts';
import './palette.css';
import {SOURCES} from './sources.ts';

/** The words in the field. */
const query: Signal<string> = signal('');
/** The place of the chosen entry. */
const chosen: Signal<number> = signal(0);

/** Do anything: one field that finds every case, request, person, panel and move, and does it. */
export function Palette(): VNode {
  const words = query.value;
  const recent = situation.value?.layout.recent ?? [];
  const {list, isNearest} = findCommands(allCommands(words), words, recent);
  const at = Math.min(chosen.value, list.length - 1);

  useEffect(() => {
    query.value = '';
    chosen.value = 0;
    void loadCatalogue();
  }, []);

  useLayoutEffect(() => document.getElementById(`pal-${at}`)?.scrollIntoView({block: 'nearest'}), [at]);

  return (
    <Dialog label="Do anything">
      <label class="field pal-field">
        <Icon name="search" small />
        <input
          role="combobox"
          aria-label="Do anything"
          aria-expanded={list.length > 0}
          aria-controls="pal-list"
          aria-autocomplete="list"
          aria-activedescendant={list.length > 0 ? `pal-${at}` : undefined}
          placeholder="A case, request, person, target, panel, or a time such as 6m"
          title="Enter does it. Ctrl Enter copies a test of it."
          autocomplete="off"
          value={words}
          onInput={({currentTarget}) => {
            query.value = currentTarget.value;
            chosen.value = 0;
          }}
          onKeyDown={(event) => handleKey(event, list, at)}
        />
      </label>
      <p class="pal-note" role="status">
        {isNearest ? nothingText(words, list) : null}
        <span class="vh">{isNearest ? '' : `${list.length} found`}</span>
      </p>
      <div class="pal-list" id="pal-list" role="listbox" aria-label="What can be done">
        {list.map((command, place) => (
          <Row key={command.id} command={command} place={place} isChosen={place === at} />
        ))}
      </div>
    </Dialog>
  );
}

interface RowProps {
  readonly command: FoundCommand;
  readonly place: number;
  readonly isChosen: boolean;
}

function Row({command, place, isChosen}: RowProps): VNode {
  const {label, note, source, copyTest} = command;
  return (
    <div
      class="pal-row"
      role="option"
      id={`pal-${place}`}
      aria-selected={isChosen}
      onClick={({ctrlKey, metaKey}) => take(command, ctrlKey || metaKey)}
    >
      <Icon name={source.icon} small />
      <Cut text={label} />
      <small class="cut">
        <Cut text={note} />
      </small>
      <span class="pal-kind small">
        {isChosen && copyTest !== undefined ? <kbd>Ctrl Enter test</kbd> : null} {source.kind}
      </span>
    </div>
  );
}

function allCommands(words: string): readonly FoundCommand[] {
  return SOURCES.flatMap((source) => source.commands(words).map((command) => ({...command, source})));
}

function nothingText(words: string, list: readonly FoundCommand[]): string {
  const text = `Nothing is called "${words.trim()}".`;
  return list.length === 0 ? text : `${text} The nearest name:`;
}

function handleKey(event: KeyboardEvent, list: readonly FoundCommand[], at: number): void {
  const {key, ctrlKey, metaKey} = event;
  const step = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10}[key];
  if (step !== undefined) {
    const isOver = Math.abs(step) === 1;
    const to = isOver ? (at + step + list.length) % list.length : at + step;
    return runKey(event, () => (chosen.value = Math.max(0, Math.min(list.length - 1, to))));
  }

  const command = list[at];
  if (key === 'Enter' && command !== undefined) runKey(event, () => take(command, ctrlKey || metaKey));
}

/** Does what an entry says, or copies its test. The dialog closes first, so that the entry may move the focus. */
function take({id, source, run, copyTest}: FoundCommand, isCopy: boolean): void {
  const effect = isCopy ? copyTest : run;
  if (effect === undefined) return;
  openDialog.value = null;

  if (source.isKept) {
    const others = (situation.value?.layout.recent ?? []).filter((each) => each !== id);
    changeLayout({recent: [id, ...others].slice(0, MOST_RECENT)});
  }

  // The next frame: the dialog has given the focus back.
  requestAnimationFrame(() => void effect());
}
