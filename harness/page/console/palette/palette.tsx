import type {VNode} from 'preact';
import {useEffect, useLayoutEffect, useState} from 'preact/hooks';
import {changeLayout} from '../state/console-client.ts';
import {Cut} from '../parts/cut.tsx';
import {Dialog} from '../parts/dialog.tsx';
import {openDialog} from '../parts/dialogs.ts';
import {runKey} from '../parts/focus.ts';
import {Icon} from '../parts/icon.tsx';
import {situation} from '../state/store.ts';
import {MOST_RECENT} from '../../../wire/console.ts';
import type {FoundCommand} from './command.ts';
import {findCommands} from './find-commands.ts';
import './palette.css';
import {SOURCES} from './sources.ts';

/** Do anything: one field that finds every case, request, person, panel and move, and does it. */
export function Palette(): VNode {
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const recent = situation.value?.layout.recent ?? [];
  const {list, isNearest} = findCommands(allCommands(words), words, recent);
  const at = Math.min(chosen, list.length - 1);

  useEffect(() => {
    for (const {load} of SOURCES) void load?.();
  }, []);
  useLayoutEffect(() => document.getElementById(`pal-${at}`)?.scrollIntoView({block: 'nearest'}), [at]);

  const change = (text: string): void => {
    setWords(text);
    setChosen(0);
  };

  return (
    <Dialog label="Do anything">
      <Field words={words} list={list} at={at} onChange={change} onMove={setChosen} />
      <p class={isNearest ? 'pal-note' : 'vh'} role="status">
        {isNearest ? nothingText(words, list) : `${list.length} found`}
      </p>
      <div class="pal-list" id="pal-list" role="listbox" aria-label="Results">
        {list.map((command, place) => (
          <Row key={command.id} command={command} place={place} isChosen={place === at} />
        ))}
      </div>
    </Dialog>
  );
}

interface FieldProps {
  readonly words: string;
  readonly list: readonly FoundCommand[];
  /** The place of the chosen entry. */
  readonly at: number;
  readonly onChange: (words: string) => void;
  readonly onMove: (place: number) => void;
}

function Field({words, list, at, onChange, onMove}: FieldProps): VNode {
  const handleKey = (event: KeyboardEvent): void => {
    const place = placeAfter(event.key, at, list.length);
    const command = list[at];
    if (place !== null) runKey(event, () => onMove(place));
    else if (event.key === 'Enter' && command !== undefined)
      runKey(event, () => take(command, event.ctrlKey || event.metaKey));
  };

  return (
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
        onInput={({currentTarget}) => onChange(currentTarget.value)}
        onKeyDown={handleKey}
      />
    </label>
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
      <Cut class="small pal-about" text={note} />
      <span class="pal-kind small">
        {isChosen && copyTest !== undefined ? <kbd>Ctrl Enter: test</kbd> : null} {source.kind}
      </span>
    </div>
  );
}

function allCommands(words: string): readonly FoundCommand[] {
  return SOURCES.flatMap((source) => source.commands(words).map((command) => ({...command, source})));
}

function nothingText(words: string, list: readonly FoundCommand[]): string {
  const text = `No entry matches "${words.trim()}".`;
  return list.length === 0 ? text : `${text} The nearest name:`;
}

/** Returns the place to which a key moves. The arrows go around; null for other keys. */
function placeAfter(key: string, at: number, count: number): number | null {
  const step = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10}[key];
  if (step === undefined || count === 0) return null;
  const isArrow = Math.abs(step) === 1;
  return isArrow ? (at + step + count) % count : Math.max(0, Math.min(count - 1, at + step));
}

/** Does what an entry says, or copies its test. The dialog closes first, so that the entry may move the focus. */
function take({id, source, run, copyTest}: FoundCommand, isCopy: boolean): void {
  const effect = isCopy ? copyTest : run;
  if (effect === undefined) return;
  openDialog.value = null;

  const recent = situation.value?.layout.recent;
  if (source.isKept && recent !== undefined) {
    const others = recent.filter((each) => each !== id);
    changeLayout({recent: [id, ...others].slice(0, MOST_RECENT)});
  }

  // The next frame: the dialog has given the focus back.
  requestAnimationFrame(() => void effect());
}
