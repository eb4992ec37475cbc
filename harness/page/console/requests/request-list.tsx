import type {VNode} from 'preact';
import type {JournalEntry} from '../../../wire/journal.ts';
import {BrokenRow, CHANGE_HEIGHT, ChangeRow, REQUEST_HEIGHT, RequestRow} from './request-row.tsx';
import {lost, selection, shownEntries} from '../state/store.ts';
import {VirtualList} from '../parts/virtual-list.tsx';

/** The requests and the changes between them, newest last. Only the rows in view are in the document. */
export function RequestList(): VNode {
  const {value: rows} = shownEntries;
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
      draw={(entry) => <Row entry={entry} isTabStop={entry.n === tabStop} />}
    />
  );
}

function Row({entry, isTabStop}: {readonly entry: JournalEntry; readonly isTabStop: boolean}): VNode {
  if (entry.kind === 'request') return <RequestRow entry={entry} isTabStop={isTabStop} />;
  return entry.kind === 'change' ? <ChangeRow entry={entry} /> : <BrokenRow entry={entry} />;
}
