import type {TargetedSubmitEvent, VNode} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {instantOf} from '../../../clock.ts';
import type {ConsoleState} from '../../../wire/console.ts';
import {durationWords} from '../../../wire/duration-words.ts';
import {act} from '../console-client.ts';
import {Icon} from '../icon.tsx';
import {Popover} from './popover.tsx';
import {timeOfDay} from '../times.ts';

const MOVES: readonly (readonly [label: string, by: string])[] = [
  ['+30 s', '30s'],
  ['+5 m', '5m'],
  ['+1 h', '1h'],
  ['+24 h', '24h'],
];

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
        {MOVES.map(([label, by]) => (
          <button key={by} type="button" class="btn sm" onClick={() => void act('advance', {by})}>
            {label}
          </button>
        ))}
      </div>
      <div class="pop-row">
        <button type="button" class="btn sm" onClick={() => void act(isStopped ? 'resume' : 'freeze')}>
          {isStopped ? 'Run' : 'Stop'}
        </button>
        <button type="button" class="btn sm" onClick={() => void act('real-time')}>
          Real time
        </button>
      </div>
      <MoveForm close={close} />
      {onRealTime.map((text) => (
        <p key={text} class="note warn">
          Keeps real time: {text}
        </p>
      ))}
    </>
  );
}

function MoveForm({close}: {readonly close: () => void}): VNode {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('move')).trim();
    close();
    void (/^\d{4}-/.test(text) ? act('set', {to: text}) : act('advance', {by: text}));
  };

  return (
    <form class="pop-row" onSubmit={submit}>
      <label class="field">
        <span class="vh">Move by a duration, or to an instant</span>
        <input name="move" required placeholder="6m, or 2027-01-01T00:00:00Z" />
      </label>
      <button type="submit" class="btn sm">
        Move
      </button>
    </form>
  );
}

/** The time as text. It counts only while the document is visible and the clock runs. */
function TimeNow({state: {clock}}: {readonly state: ConsoleState}): VNode {
  const [, redraw] = useState(0);

  useEffect(() => {
    if (clock.frozenAt !== null) return;
    const timer = setInterval(() => {
      if (!document.hidden) redraw((count) => count + 1);
    }, 1000);
    return () => clearInterval(timer);
  }, [clock]);

  return <>{timeOfDay(instantOf(clock, Date.now()))}</>;
}
