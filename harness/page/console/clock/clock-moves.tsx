import type {TargetedSubmitEvent, VNode} from 'preact';
import {act} from '../state/console-client.ts';

/** The usual moves of the clock. */
export const STEPS: readonly (readonly [label: string, by: string])[] = [
  ['+30 s', '30s'],
  ['+5 m', '5m'],
  ['+1 h', '1h'],
  ['+24 h', '24h'],
];

/** Buttons that move the clock on. */
export function StepButtons(): VNode {
  return (
    <>
      {STEPS.map(([label, by]) => (
        <button key={by} type="button" class="btn sm" onClick={() => void act('advance', {by})}>
          {label}
        </button>
      ))}
    </>
  );
}

/** Buttons that stop the clock, let it run, and set it to real time. */
export function RunButtons({isStopped}: {readonly isStopped: boolean}): VNode {
  return (
    <>
      <button type="button" class="btn sm" onClick={() => void act(isStopped ? 'resume' : 'freeze')}>
        {isStopped ? 'Run' : 'Stop'}
      </button>
      <button type="button" class="btn sm" onClick={() => void act('real-time')}>
        Real time
      </button>
    </>
  );
}

/** A field that moves the clock by a duration, or to an instant. */
export function MoveForm({onMove}: {readonly onMove?: () => void}): VNode {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('move')).trim();
    onMove?.();
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
