import type {VNode} from 'preact';
import {Icon, type IconName} from '../parts/icon.tsx';
import {plainText} from '../parts/plain-text.ts';
import {timeOfDay} from '../state/times.ts';
import {VirtualList} from '../parts/virtual-list.tsx';
import type {CallsEntry, CallsRow} from './calls-rows.ts';
import {callRows, callSelection} from './calls-store.ts';

/** Pixels of a row. */
const HEIGHT = 32;

/** The list of calls, console lines and errors, newest last. Only the rows in view are in the document. */
export function CallsList(): VNode {
  const {value: rows} = callRows;
  const selected = rows.findIndex(({entry}) => entry.n === callSelection.value);
  const tabStop = selected === -1 ? rows.length - 1 : selected;

  return (
    <VirtualList
      label="Calls and logs"
      rows={rows}
      keyOf={({entry}) => entry.n}
      heightOf={() => HEIGHT}
      selected={selected}
      follows
      draw={(row, place) => <Row row={row} isTabStop={place === tabStop} isSelected={place === selected} />}
    />
  );
}

interface RowProps {
  readonly row: CallsRow;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
}

function Row({row: {entry, count}, isTabStop, isSelected}: RowProps): VNode {
  const text = plainText(summaryOf(entry));
  return (
    <button
      type="button"
      class={`call-row ${toneOf(entry)}`}
      data-n={entry.n}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isSelected}
      onClick={() => (callSelection.value = entry.n)}
    >
      <Icon name={ICONS[entry.kind]} small />
      <span class="vh">{KINDS[entry.kind]}</span>
      <span class="mono cut" title={text}>
        {text}
      </span>
      {count === 1 ? null : <span class="count">{count}×</span>}
      <span class="num dim3 keep">{timeOfDay(entry.at)}</span>
    </button>
  );
}

const ICONS: Readonly<Record<CallsEntry['kind'], IconName>> = {call: 'swap', log: 'list', error: 'alert'};
const KINDS: Readonly<Record<CallsEntry['kind'], string>> = {call: 'Call', log: 'Log', error: 'Error'};

function toneOf(entry: CallsEntry): string {
  if (entry.kind === 'error') return 'bad';
  return entry.kind === 'log' && (entry.level === 'error' || entry.level === 'warn') ? 'warn' : '';
}

/** Writes an entry in one line. */
function summaryOf(entry: CallsEntry): string {
  if (entry.kind === 'call') return `${entry.member}(${entry.args.slice(1, -1)})`;
  return entry.text.replaceAll(/\s+/g, ' ');
}
