import type {VNode} from 'preact';
import {useEffect, useLayoutEffect, useMemo, useRef, useState} from 'preact/hooks';
import type {JournalEntry} from '../../wire/journal.ts';
import {BrokenRow, CHANGE_HEIGHT, ChangeRow, REQUEST_HEIGHT, RequestRow} from './request-row.tsx';
import {RowLayout} from './row-layout.ts';
import {lost, selection, shownEntries} from './store.ts';

/** Rows beyond both edges of the view. */
const EXTRA_ROWS = 6;
/** Pixels from the end within which the list follows. */
const NEAR_END = 8;

/** The requests and the changes between them, newest last. Only the rows in view are in the document. */
export function RequestList(): VNode {
  const {value: rows} = shownEntries;
  const layout = useMemo(
    () => new RowLayout(rows.map(({kind}) => (kind === 'change' ? CHANGE_HEIGHT : REQUEST_HEIGHT))),
    [rows],
  );
  const view = useView(layout, rows);
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

interface View {
  readonly box: {current: HTMLDivElement | null};
  readonly top: number;
  readonly height: number;
  /** Rows that came while the list did not follow. */
  readonly unseen: number;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
}

/** Follows the end of the list as long as it is in view, and brings the selected row into view. */
function useView(layout: RowLayout, rows: readonly JournalEntry[]): View {
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const seen = useRef(0);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);

  const goToEnd = (): void => {
    follows.current = true;
    if (box.current !== null) box.current.scrollTop = layout.total;
  };

  const onScroll = (): void => {
    if (box.current === null) return;
    const {scrollTop, clientHeight, scrollHeight} = box.current;
    follows.current = scrollTop + clientHeight >= scrollHeight - NEAR_END;
    setTop(scrollTop);
  };

  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 0));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (follows.current) goToEnd();
  }, [layout, height]);

  const {value: selected} = selection;
  useLayoutEffect(() => {
    const index = rows.findIndex(({n}) => n === selected);
    if (box.current !== null && index !== -1)
      bringIntoView(box.current, layout.topOf(index), layout.topOf(index + 1));
  }, [selected]);

  if (follows.current) seen.current = rows.length;
  const unseen = Math.max(0, rows.length - seen.current);
  return {box, top, height, unseen, onScroll, goToEnd};
}

function bringIntoView(box: HTMLElement, top: number, bottom: number): void {
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
