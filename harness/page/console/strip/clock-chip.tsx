import type {VNode} from 'preact';
import type {ConsoleState} from '../../../wire/console.ts';
import {durationWords} from '../../../wire/duration-words.ts';
import {MoveForm, RunButtons, StepButtons} from '../clock/clock-moves.tsx';
import {useNow} from '../clock/use-now.ts';
import {Icon} from '../parts/icon.tsx';
import {Popover} from './popover.tsx';
import {timeOfDay} from '../state/times.ts';

/** The clock of the simulation, and the ways to move it. */
export function ClockChip({state}: {readonly state: ConsoleState}): VNode {
  const deviation = state.deviations.find(({topic}) => topic === 'clock');
  const isStopped = state.clock.frozenAt !== null;
  const short = distanceWords(state.clock.offset);

  const button = (
    <>
      <Icon name={isStopped ? 'snow' : 'clock'} small />
      <span class={deviation === undefined ? '' : 'more'}>
        <TimeNow state={state} />
      </span>
      {isStopped ? 'stopped' : short}
    </>
  );

  const title = `The clock: ${clockWords(isStopped, short)} (T)`;
  return (
    <Popover
      label="Clock"
      title={title}
      class={`chip num${deviation === undefined ? '' : ' off'}`}
      opens="t"
      button={button}
    >
      {(close) => <ClockMoves isStopped={isStopped} onRealTime={state.onRealTime} close={close} />}
    </Popover>
  );
}

/** Writes the distance to real time; an empty string for none. */
function distanceWords(offset: number): string {
  return Math.abs(offset) < 500 ? '' : `${offset < 0 ? '−' : '+'}${durationWords(offset)}`;
}

function clockWords(isStopped: boolean, distance: string): string {
  if (isStopped) return 'stopped';
  return distance === '' ? 'real time' : distance;
}

function ClockMoves({
  isStopped,
  onRealTime,
  close,
}: {
  readonly isStopped: boolean;
  readonly onRealTime: readonly string[];
  readonly close: () => void;
}): VNode {
  return (
    <>
      <div class="pop-row">
        <StepButtons />
      </div>
      <div class="pop-row">
        <RunButtons isStopped={isStopped} />
      </div>
      <MoveForm onMove={close} />
      {onRealTime.map((text) => (
        <p key={text} class="note warn">
          Keeps real time: {text}
        </p>
      ))}
    </>
  );
}

/** The time as text. */
function TimeNow({state: {clock}}: {readonly state: ConsoleState}): VNode {
  return <>{timeOfDay(useNow(clock))}</>;
}
