import type {VNode} from 'preact';
import {useMemo} from 'preact/hooks';
import type {JournalEntry} from '../../../wire/journal.ts';
import {EXTRA_ROWS, useListView} from '../list-view.ts';
import {BrokenRow, CHANGE_HEIGHT, ChangeRow, REQUEST_HEIGHT, RequestRow} from './request-row.tsx';
import {RowLayout} from '../row-layout.ts';
import {lost, selection, shownEntries} from '../store.ts';

/** The requests and the changes between them, newest last. Only the rows in view are in the document. */
export function RequestList(): VNode {
  const {value: rows} = shownEntries;
  const layout = useMemo(
    () => new RowLayout(rows.map(({kind}) => (kind === 'change' ? CHANGE_HEIGHT : REQUEST_HEIGHT))),
    [rows],
  );
  const {value: selected} = selection;
  const view = useListView(
    layout,
    rows.length,
    rows.findIndex(({n}) => n === selected),
  );
  const [start, end] = layout.between(view.top, view.height, EXTRA_ROWS);
  const tabStop = selection.value ?? rows.findLast(({kind}) => kind === 'request')?.n;

  return (
    <div class="list-box">
      <div class="list" ref={view.box} onScroll={view.onScroll}>
        <p class="let-go">{lost.value === 0 ? null : `${lost.value} older entries were let go.`}</p>
        <ol aria-label="Requests" style={{height: `${layout.total}px`}}>
          {rows.slice(start, end).map((entry, index) => (
            <li
              key={entry.n}
              aria-posinset={start + index + 1}
              aria-setsize={rows.length}
              style={{transform: `translateY(${layout.topOf(start + index)}px)`}}
            >
              <Row entry={entry} isTabStop={entry.n === tabStop} />
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

function Row({entry, isTabStop}: {readonly entry: JournalEntry; readonly isTabStop: boolean}): VNode {
  if (entry.kind === 'request') return <RequestRow entry={entry} isTabStop={isTabStop} />;
  return entry.kind === 'change' ? <ChangeRow entry={entry} /> : <BrokenRow entry={entry} />;
}
