import type {VNode} from 'preact';
import {act} from '../state/console-client.ts';
import {VirtualList} from '../parts/virtual-list.tsx';
import type {CaseRow} from '../../../wire/case-row.ts';
import {arm, isArmedNow} from './arm-case.ts';
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

function Row({row, isTabStop, isSelected}: RowProps): VNode {
  const {id, title, answer, elsewhere} = row;

  return (
    <>
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
      {elsewhere === null ? <ArmButton row={row} /> : null}
    </>
  );
}

/** Arms the case of a row, or disarms it. Tab skips the button, because the keys A and D do the same. */
function ArmButton({row}: {readonly row: CaseRow}): VNode {
  const {id} = row;
  const isArmed = isArmedNow(id);
  const label = isArmed ? 'Disarm' : 'Arm';

  return (
    <button
      type="button"
      class="btn sm case-arm"
      tabIndex={-1}
      aria-label={`${label} ${id}`}
      title={isArmed ? 'The case no longer happens (D)' : 'For the next token or request (A)'}
      onClick={() => void (isArmed ? act('disarm', {id}) : arm(row))}
    >
      {label}
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
  if (isArmedNow(id)) return <span class="chip off still">armed</span>;

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
