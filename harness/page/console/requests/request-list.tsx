import type {VNode} from 'preact';
import type {JournalEntry} from '../../../wire/journal.ts';
import {BrokenRow, CHANGE_HEIGHT, ChangeRow, REQUEST_HEIGHT, RequestRow} from './request-row.tsx';
import {lost, selection, shownEntries} from '../state/store.ts';
import {VirtualList} from '../parts/virtual-list.tsx';

/** Changes alone are not worth a list. */
const NO_ROWS: readonly JournalEntry[] = [];

/** The requests and the changes between them, newest last. Without requests, `empty` is shown instead. */
export function RequestList({empty}: {readonly empty: VNode}): VNode {
  const {value: shown} = shownEntries;
  const rows = shown.some(({kind}) => kind === 'request') ? shown : NO_ROWS;
  const {value: selected} = selection;
  const tabStop = selected ?? rows.findLast(({kind}) => kind === 'request')?.n;

  return (
    <VirtualList
      label="Requests"
      rows={rows}
      keyOf={({n}) => n}
      heightOf={({kind}) => (kind === 'change' ? CHANGE_HEIGHT : REQUEST_HEIGHT)}
      selected={rows.findIndex(({n}) => n === selected)}
      follows
      above={<p class="let-go">{lost.value === 0 ? null : `${lost.value} older entries were let go.`}</p>}
      empty={empty}
      draw={(entry) => rowOf(entry, entry.n === tabStop)}
    />
  );
}

function rowOf(entry: JournalEntry, isTabStop: boolean): VNode {
  if (entry.kind === 'request') return <RequestRow entry={entry} isTabStop={isTabStop} />;
  return entry.kind === 'change' ? <ChangeRow entry={entry} /> : <BrokenRow entry={entry} />;
}
