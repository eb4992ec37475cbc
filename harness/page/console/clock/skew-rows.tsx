import type {VNode} from 'preact';
import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import {type Party, instantOf} from '../../../clock.ts';
import type {ConsoleState} from '../../../wire/console.ts';
import {durationText} from '../../../wire/duration-words.ts';
import {attempt} from '../state/console-client.ts';
import {timeOfDay} from '../state/times.ts';

const ROWS: readonly (readonly [party: Party, label: string, note: string])[] = [
  ['browser', 'Page and its tokens', 'the page, its workers, and the times that the platform signs'],
  ['backend', 'Backend', 'the backends that follow the simulated clock'],
  ['platform', 'Platform alone', 'the times in tokens, if they are not those of the page'],
];

/** Milliseconds of a step: more than the 10 s that libraries usually tolerate. */
const STEP = 30_000;

/** The clocks of page, backend and platform, and fields that move each of them alone. */
export function SkewRows({state: {clock, skews, deviations}}: {readonly state: ConsoleState}): VNode {
  return (
    <div role="group" aria-label="Clocks that differ">
      <h2>Clocks that differ</h2>
      {ROWS.map(([party, label, note]) => (
        <SkewRow
          key={party}
          party={party}
          label={label}
          note={note}
          skew={skews[party]}
          isAtStart={deviations.length === 0}
          time={timeOfDay(instantOf(clock, Date.now()) + skews[party])}
        />
      ))}
    </div>
  );
}

interface SkewRowProps {
  readonly party: Party;
  readonly label: string;
  readonly note: string;
  readonly skew: number;
  /** Whether nothing differs from the start, as after Reset. */
  readonly isAtStart: boolean;
  readonly time: string;
}

function SkewRow({party, label, note, skew, isAtStart, time}: SkewRowProps): VNode {
  const [refusal, setRefusal] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = `skew-${party}`;
  const move = (by: string): void => void attempt('skew', {party, by}).then(setRefusal);

  // The input stays the same element, so that it keeps the focus.
  useLayoutEffect(() => {
    if (input.current !== null) input.current.value = durationText(skew);
    setRefusal(null);
  }, [skew, isAtStart]);

  return (
    <div class="skew-row">
      <label for={id}>
        {label}
        <small class="dim2">{note}</small>
      </label>
      <span class="skew-set">
        <span class="num dim2">{time}</span>
        <Step label={`${label}: 30 s back`} sign="−" onClick={() => move(`${skew - STEP}ms`)} />
        <span class="field">
          <input
            ref={input}
            id={id}
            aria-invalid={refusal !== null}
            aria-describedby={`${id}-refusal`}
            onChange={({currentTarget}) => move(currentTarget.value)}
          />
        </span>
        <Step label={`${label}: 30 s on`} sign="+" onClick={() => move(`${skew + STEP}ms`)} />
      </span>
      <p id={`${id}-refusal`} class="sit-bad" role="alert">
        {refusal}
      </p>
    </div>
  );
}

interface StepProps {
  readonly label: string;
  readonly sign: string;
  readonly onClick: () => void;
}

function Step({label, sign, onClick}: StepProps): VNode {
  return (
    <button type="button" class="btn sm" aria-label={label} onClick={onClick}>
      {sign}
    </button>
  );
}
