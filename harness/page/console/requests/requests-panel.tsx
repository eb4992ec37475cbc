import type {VNode} from 'preact';
import {IconButton} from '../parts/button.tsx';
import {act} from '../state/console-client.ts';
import {FILTER_WORDS} from '../state/filter.ts';
import {deniedNetwork} from './network-access.ts';
import type {Segment} from '../state/place.ts';
import {RequestDetailView} from './request-detail.tsx';
import {RequestList} from './request-list.tsx';
import {SearchField} from '../parts/search-field.tsx';
import {
  clearedUpTo,
  entries,
  held,
  noun,
  problems,
  query,
  segment,
  selection,
  situation,
} from '../state/store.ts';

/** The Requests panel: filter, list and detail. */
export function RequestsPanel(): VNode {
  const isOpen = selection.value !== null;
  return (
    <section class={`panel requests${isOpen ? ' open' : ''}`} aria-label="Requests">
      <ToolRow />
      <div class="split">
        <RequestList empty={<EmptyList />} />
        <RequestDetailView />
      </div>
    </section>
  );
}

/** Holds the list still, or lets it follow again. */
export function toggleHeld(): void {
  held.value = held.value === null ? entries.value : null;
}

/** Clears the list. Entries that come later appear. */
export function clearList(): void {
  clearedUpTo.value = entries.value.at(-1)?.n ?? 0;
  selection.value = null;
}

function ToolRow(): VNode {
  const isHeld = held.value !== null;

  return (
    <div class="toolrow">
      <SearchField
        id="filter"
        label="Filter"
        placeholder="Filter by path, status, case, claim"
        title={FILTER_WORDS}
        text={query}
      />
      <span class="seg" role="group" aria-label="Show">
        <SegmentButton name="all" label="All" />
        <SegmentButton name="problems" label="Problems" count={problems.value} />
        <SegmentButton name="backend" label="Backend" class="more" />
        <SegmentButton name="platform" label="Platform" class="more" />
      </span>
      <IconButton
        icon={isHeld ? 'play' : 'pause'}
        label={isHeld ? 'Follow new requests' : 'Pause the list'}
        keys="P"
        pressed={isHeld}
        class="more"
        onClick={toggleHeld}
      />
      <IconButton icon="trash" label="Clear" keys="X" onClick={clearList} />
    </div>
  );
}

interface SegmentButtonProps {
  readonly name: Segment;
  readonly label: string;
  readonly count?: number;
  readonly class?: string;
}

function SegmentButton({name, label, count = 0, class: more = ''}: SegmentButtonProps): VNode {
  return (
    <button
      type="button"
      class={more}
      aria-pressed={segment.value === name}
      onClick={() => (segment.value = name)}
    >
      {label}
      {count === 0 ? null : <span class="count">{count}</span>}
    </button>
  );
}

/** The lines of the TOML without which an extension may not send requests. */
function NetworkAccess(): VNode | null {
  const denied = deniedNetwork(situation.value?.extensions ?? []);
  if (denied === null) return null;

  return (
    <>
      <p>{denied} Add to shopify.extension.toml:</p>
      <p class="code">{'[extensions.capabilities]\nnetwork_access = true'}</p>
    </>
  );
}

function EmptyList(): VNode {
  const total = entries.value.filter(({kind, n}) => kind === 'request' && n > clearedUpTo.value).length;
  const isFiltered = total > 0;

  return (
    <div class="empty">
      <p>{isFiltered ? `None of ${total} requests matches.` : 'No request has been sent yet.'}</p>
      {isFiltered ? (
        <button
          type="button"
          class="btn"
          onClick={() => {
            query.value = '';
            segment.value = 'all';
          }}
        >
          Clear filter
        </button>
      ) : (
        <>
          <NetworkAccess />
          <button type="button" class="btn" onClick={() => void act('restart')}>
            Restart the {noun.value}
          </button>
        </>
      )}
    </div>
  );
}
