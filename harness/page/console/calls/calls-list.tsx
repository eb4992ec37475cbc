import type {VNode} from 'preact';
import {useMemo} from 'preact/hooks';
import {Icon, type IconName} from '../icon.tsx';
import {EXTRA_ROWS, useListView} from '../list-view.ts';
import {plainText} from '../plain-text.ts';
import {RowLayout} from '../row-layout.ts';
import {timeOfDay} from '../times.ts';
import type {CallsEntry, CallsRow} from './calls-rows.ts';
import {callRows, callSelection} from './calls-store.ts';

/** Pixels of a row. */
const HEIGHT = 32;

/** The list of calls, console lines and errors, newest last. Only the rows in view are in the document. */
export function CallsList(): VNode {
  const {value: rows} = callRows;
  const layout = useMemo(() => new RowLayout(rows.map(() => HEIGHT)), [rows]);
  const selected = rows.findIndex(({entry}) => entry.n === callSelection.value);
  const view = useListView(layout, rows.length, selected);
  const [start, end] = layout.between(view.top, view.height, EXTRA_ROWS);
  const tabStop = selected === -1 ? rows.length - 1 : selected;

  return (
    <div class="list-box">
      <div class="list" ref={view.box} onScroll={view.onScroll}>
        <ol aria-label="Calls and logs" style={{height: `${layout.total}px`}}>
          {rows.slice(start, end).map((row, index) => (
            <li
              key={row.entry.n}
              aria-posinset={start + index + 1}
              aria-setsize={rows.length}
              style={{transform: `translateY(${layout.topOf(start + index)}px)`}}
            >
              <Row row={row} isTabStop={start + index === tabStop} isSelected={start + index === selected} />
            </li>
          ))}
        </ol>
      </div>
      {view.unseen === 0 ? null : (
        <button type="button" class="unseen" onClick={view.goToEnd}>
          {view.unseen} new
        </button>
      )}
    </div>
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
