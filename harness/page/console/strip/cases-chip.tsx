import type {VNode} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import type {CaseRow} from '../../../wire/case-row.ts';
import type {ConsoleState} from '../../../wire/console.ts';
import {arm} from '../cases/arm-case.ts';
import {searchCases} from '../cases/case-search.ts';
import {catalogue, loadCatalogue} from '../cases/cases-store.ts';
import {RestartTick} from '../cases/restart-tick.tsx';
import {act} from '../state/console-client.ts';
import {Icon} from '../parts/icon.tsx';
import {Popover} from './popover.tsx';
import {connection, noun} from '../state/store.ts';

/** Rows of the list, so that it stays short. */
const MOST_ROWS = 8;

/** The armed cases, and a search over those that can be armed. */
export function CasesChip({state}: {readonly state: ConsoleState}): VNode {
  const {armed} = state;
  const title =
    armed.length === 0 ? 'No case is armed (A)' : `Armed: ${armed.map(({id}) => id).join(', ')} (A)`;

  const button = (
    <>
      <Icon name="bolt" small />
      <span>
        {armed.length}
        {armed.length === 0 ? null : <span class="more"> armed</span>}
      </span>
    </>
  );

  return (
    <Popover
      label="Armed cases"
      title={title}
      class={armed.length === 0 ? 'chip' : 'chip off'}
      opens="a"
      button={button}
    >
      {(close) => (
        <>
          {armed.map((each) => (
            <ArmedRow key={each.id} armed={each} />
          ))}
          <CaseSearch close={close} />
        </>
      )}
    </Popover>
  );
}

function ArmedRow({armed: {id, times}}: {readonly armed: ConsoleState['armed'][number]}): VNode {
  return (
    <div class="armed-row">
      <span class="mono cut" title={id}>
        {id}
      </span>
      <small>{timesWords(times)}</small>
      <button type="button" class="btn sm" onClick={() => void act('disarm', {id})}>
        Disarm
      </button>
    </div>
  );
}

function timesWords(times: number | null): string {
  if (times === null) return 'until disarmed';
  return times === 1 ? 'once' : `${times} times`;
}

/** A search over the cases that can happen here. */
function CaseSearch({close}: {readonly close: () => void}): VNode {
  useEffect(() => void loadCatalogue(), [connection.value]);
  const [text, setText] = useState('');
  const cases = (catalogue.value ?? []).filter(({elsewhere}) => elsewhere === null);
  const found = searchCases(cases, text, null);

  return (
    <>
      <label class="field">
        <Icon name="search" small />
        <span class="vh">Search cases</span>
        <input
          value={text}
          placeholder="Search cases"
          onInput={({currentTarget}) => setText(currentTarget.value)}
        />
      </label>
      <RestartTick>Restart the {noun.value}, which asks for a token when it starts</RestartTick>
      {found.slice(0, MOST_ROWS).map((row) => (
        <CaseChoice
          key={row.id}
          row={row}
          onArm={() => {
            close();
            void arm(row);
          }}
        />
      ))}
      <p class="dim3" aria-live="polite">
        {found.length === 0
          ? `No case of ${cases.length} matches.`
          : `${found.length} of ${cases.length} cases`}
      </p>
    </>
  );
}

interface CaseChoiceProps {
  readonly row: CaseRow;
  readonly onArm: () => void;
}

function CaseChoice({row: {id, title}, onArm}: CaseChoiceProps): VNode {
  return (
    <button type="button" class="choice" onClick={onArm}>
      <span class="mono">{id}</span>
      <small>{title}</small>
    </button>
  );
}
