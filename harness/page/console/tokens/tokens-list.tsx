import type {VNode} from 'preact';
import type {TokenRow} from '../../../wire/token-row.ts';
import {plainText} from '../parts/plain-text.ts';
import {noun, tokenSelection} from '../state/store.ts';
import {timeOfDay} from '../state/times.ts';
import {VirtualList} from '../parts/virtual-list.tsx';
import {closeEditor} from './editor-store.ts';
import {lifeLeft} from './life-left.ts';

/** Pixels of a row. */
const HEIGHT = 58;

interface TokensListProps {
  readonly rows: readonly TokenRow[];
  /** Seconds since 1970. */
  readonly now: number;
}

/** The tokens that were given out, newest last. Only the rows in view are in the document. */
export function TokensList({rows, now}: TokensListProps): VNode {
  const selected = rows.findIndex(({number}) => number === tokenSelection.value);
  const tabStop = selected === -1 ? rows.length - 1 : selected;

  return (
    <VirtualList
      label="Tokens"
      rows={rows}
      keyOf={({number}) => number}
      heightOf={() => HEIGHT}
      selected={selected}
      follows
      draw={(row, place) => (
        <Row row={row} now={now} isTabStop={place === tabStop} isSelected={place === selected} />
      )}
    />
  );
}

interface RowProps {
  readonly row: TokenRow;
  readonly now: number;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
}

function Row({row, now, isTabStop, isSelected}: RowProps): VNode {
  const {number, who, kind, case: id, isOwn, isWaiting, at} = row;
  const name = plainText(who);

  return (
    <button
      type="button"
      class="tok-row"
      data-token={number}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isSelected}
      onClick={() => {
        closeEditor();
        tokenSelection.value = number;
      }}
    >
      <span class="tok-who">
        <span class="cut" title={`Token ${number} for ${name}`}>
          <span class="dim3">{number}</span> {name}
        </span>
        {id === null ? null : (
          <span class="tag cut" title={id}>
            {id}
          </span>
        )}
        {isOwn ? <span class="tag">own</span> : null}
      </span>
      <span class="num dim3">{timeOfDay(at)}</span>
      <span class="tok-kind cut dim2" title={`${kind}, ${sentWords(row)}`}>
        {kind}, {isWaiting ? `waits for the ${noun.value}` : sentWords(row)}
      </span>
      <Life row={row} now={now} />
    </button>
  );
}

/** Says how often a token was sent. */
function sentWords({requests: {length}}: TokenRow): string {
  if (length === 0) return 'not sent';
  return length === 1 ? 'sent once' : `sent ${length} times`;
}

/** The rest of a token's life as a bar; hatched after the expiry. */
function Life({row, now}: {readonly row: TokenRow; readonly now: number}): VNode {
  const left = lifeLeft(row, now);
  if (left === null) return <span class="tok-life" role="img" aria-label="without a lifetime" />;

  const label = left === 0 ? 'expired' : `good until ${timeOfDay((row.until ?? 0) * 1000)}`;
  return (
    <span class={`tok-life${left === 0 ? ' over' : ''}`} role="img" aria-label={label} title={label}>
      <i style={{width: `${(left * 100).toFixed(1)}%`}} />
    </span>
  );
}
