import type {ComponentChildren, VNode} from 'preact';
import {useMemo, useRef} from 'preact/hooks';
import {EXTRA_ROWS, useListView} from './list-view.ts';
import {RowLayout} from './row-layout.ts';

export interface VirtualListProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Pixels of a row. */
  readonly heightOf: (row: Row) => number;
  /** The place of the selected row, or -1. */
  readonly selected: number;
  /** Whether the list follows its end, as long as that is in view. */
  readonly follows: boolean;
  /** Content above the rows. */
  readonly above?: ComponentChildren;
  /** Content of a list without rows. */
  readonly empty?: ComponentChildren;
  readonly draw: (row: Row, place: number) => VNode;
}

/**
 * A list of which only the rows in view are in the document. If a filter matches nothing, the last rows stay there
 * unseen: most often, the next key shows them again.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>): VNode {
  const {label, keyOf, heightOf, selected, follows, above, empty, draw} = props;
  const isEmpty = props.rows.length === 0;
  const last = useRef(props.rows);
  if (!isEmpty) last.current = props.rows;
  const rows = last.current;

  const layout = useMemo(() => new RowLayout(rows.map(heightOf)), [rows]);
  const view = useListView(layout, rows.length, selected, follows);
  const [start, end] = layout.between(view.top, view.height, EXTRA_ROWS);

  return (
    <div class="list-box">
      <div class="list" ref={view.box} onScroll={view.onScroll}>
        {above}
        <ol aria-label={label} class={isEmpty ? 'unseen-rows' : ''} style={{height: `${layout.total}px`}}>
          {rows.slice(start, end).map((row, index) => (
            <li
              key={keyOf(row)}
              aria-posinset={start + index + 1}
              aria-setsize={rows.length}
              style={{
                height: `${heightOf(row)}px`,
                transform: `translateY(${layout.topOf(start + index)}px)`,
              }}
            >
              {draw(row, start + index)}
            </li>
          ))}
        </ol>
      </div>
      {isEmpty ? empty : null}
      {!follows || view.unseen === 0 ? null : (
        <button type="button" class="unseen" onClick={view.goToEnd}>
          {view.unseen} new
        </button>
      )}
    </div>
  );
}
