import type {VNode} from 'preact';
import {situation} from '../state/store.ts';
import {VirtualList} from '../parts/virtual-list.tsx';
import type {CaseRow} from '../../../wire/case-row.ts';
import {caseResults, caseSelection, foundCases} from './cases-store.ts';

/** Pixels of a row. */
const HEIGHT = 46;

/** The cases that the search finds. Only the rows in view are in the document. */
export function CasesList(): VNode {
  const {value: rows} = foundCases;
  const selected = rows.findIndex(({id}) => id === caseSelection.value);
  const tabStop = Math.max(0, selected);

  return (
    <VirtualList
      label="Cases"
      rows={rows}
      keyOf={({id}) => id}
      heightOf={() => HEIGHT}
      selected={selected}
      follows={false}
      draw={(row, place) => <Row row={row} isTabStop={place === tabStop} isSelected={place === selected} />}
    />
  );
}

interface RowProps {
  readonly row: CaseRow;
  readonly isTabStop: boolean;
  readonly isSelected: boolean;
}

function Row({row: {id, title, answer, elsewhere}, isTabStop, isSelected}: RowProps): VNode {
  return (
    <button
      type="button"
      class={`case-row${elsewhere === null ? '' : ' elsewhere'}`}
      data-id={id}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isSelected}
      onClick={() => (caseSelection.value = id)}
    >
      <span class="mono cut" title={id}>
        {id}
      </span>
      <Result id={id} answer={answer} isElsewhere={elsewhere !== null} />
      <span class="case-title cut dim2" title={title}>
        {title}
      </span>
    </button>
  );
}

interface ResultProps {
  readonly id: string;
  readonly answer: string | null;
  readonly isElsewhere: boolean;
}

/** The last answer, or that the case waits for its request, or the right answer. */
function Result({id, answer, isElsewhere}: ResultProps): VNode {
  const isArmed = situation.value?.armed.some((armed) => armed.id === id) === true;
  if (isArmed) return <span class="chip off still">armed</span>;

  const result = caseResults.value.get(id);
  if (result !== undefined) {
    const isWrong = result.mood === 'problem';
    return (
      <span class={isWrong ? 'bad' : 'ok'}>
        {result.mark} at #{result.n}, {isWrong ? 'wrong' : 'right'}
      </span>
    );
  }

  return <span class="tag">{isElsewhere ? 'not here' : (answer ?? '')}</span>;
}
