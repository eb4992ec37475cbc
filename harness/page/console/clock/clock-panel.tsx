import type {TargetedSubmitEvent, VNode} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {instantOf} from '../../../clock.ts';
import type {ConsoleState} from '../../../wire/console.ts';
import {durationWords} from '../../../wire/duration-words.ts';
import type {TokenLife} from '../../../wire/token-life.ts';
import {act, ask} from '../console-client.ts';
import type {Panel} from '../panel.ts';
import {plainText} from '../plain-text.ts';
import {entries, situation} from '../store.ts';
import {timeOfDay} from '../times.ts';
import {ClockAxisView} from './clock-axis-view.tsx';
import './clock.css';

/** The panel of the clock: the time, the tokens on it, and the ways to move it. */
export const CLOCK_PANEL: Panel = {
  name: 'clock',
  label: 'Clock',
  icon: 'clock',
  View: ClockView,
  deviates: () => situation.value?.deviations.some(({topic}) => topic === 'clock') === true,
  hints: [
    ['+', '30 s'],
    ['Z', 'stop or run'],
    ['0', 'real time'],
  ],
  keys: {
    '+': () => void act('advance', {by: '30s'}),
    z: () => void act(situation.value?.clock.frozenAt === null ? 'freeze' : 'resume'),
    '0': () => void act('real-time'),
  },
  leaveField: () => {},
};

const MOVES: readonly (readonly [label: string, by: string])[] = [
  ['+30 s', '30s'],
  ['+5 m', '5m'],
  ['+1 h', '1h'],
  ['+24 h', '24h'],
];

/** Seconds after the expiry of a token at which no backend accepts it: more than the usual tolerance of 10 s. */
const PAST_TOLERANCE = 11;
/** Seconds before the expiry at which a token is still good when it arrives. */
const JUST_BEFORE = 2;

function ClockView(): VNode {
  const {value: state} = situation;
  const lives = useTokenLives();
  const now = useNow(state);

  return (
    <section class="panel clock" aria-label="Clock">
      <div class="scroll clock-body" tabIndex={0} role="region" aria-label="Clock and tokens">
        <p class="clock-time num">{timeOfDay(now)}</p>
        <p class="dim2">{state === null ? '' : distanceText(state)}</p>
        <ClockAxisView lives={lives} now={now / 1000} />
        <Moves last={lives.at(-1)} now={now / 1000} isStopped={state?.clock.frozenAt != null} />
        {(state?.onRealTime ?? []).map((text) => (
          <p key={text} class="note warn">
            Keeps real time, so it may find tokens expired or not yet valid: {plainText(text)}
          </p>
        ))}
      </div>
    </section>
  );
}

interface MovesProps {
  readonly last: TokenLife | undefined;
  /** Seconds since 1970. */
  readonly now: number;
  readonly isStopped: boolean;
}

function Moves({last, now, isStopped}: MovesProps): VNode {
  const toExpiry = (offset: number): void => {
    if (last !== undefined) void act('advance', {by: `${Math.round(last.until + offset - now)}s`});
  };

  return (
    <>
      <div class="pop-row">
        <button type="button" class="btn" onClick={() => void act(isStopped ? 'resume' : 'freeze')}>
          {isStopped ? 'Run' : 'Stop'}
        </button>
        <button type="button" class="btn" onClick={() => void act('real-time')}>
          Real time
        </button>
        {MOVES.map(([label, by]) => (
          <button key={by} type="button" class="btn" onClick={() => void act('advance', {by})}>
            {label}
          </button>
        ))}
      </div>
      <div class="pop-row">
        <button
          type="button"
          class="btn"
          disabled={last === undefined}
          onClick={() => toExpiry(-JUST_BEFORE)}
        >
          Before the expiry
        </button>
        <button
          type="button"
          class="btn"
          disabled={last === undefined}
          onClick={() => toExpiry(PAST_TOLERANCE)}
        >
          After the expiry
        </button>
        <MoveForm />
      </div>
    </>
  );
}

function MoveForm(): VNode {
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('move')).trim();
    void (/^\d{4}-/.test(text) ? act('set', {to: text}) : act('advance', {by: text}));
  };

  return (
    <form class="clock-form" onSubmit={submit}>
      <label class="field">
        <span class="vh">Move the clock by a duration, or to an instant</span>
        <input name="move" required placeholder="6m, or 2027-01-01T00:00:00Z" />
      </label>
      <button type="submit" class="btn">
        Move
      </button>
    </form>
  );
}

function distanceText({clock: {offset, frozenAt}}: ConsoleState): string {
  if (frozenAt !== null) return 'The clock is stopped.';
  if (Math.abs(offset) < 500) return 'The clock shows real time.';
  return `The clock is ${durationWords(offset)} ${offset < 0 ? 'behind' : 'ahead of'} real time.`;
}

/** The newest tokens. They are asked for again when requests arrive. */
function useTokenLives(): readonly TokenLife[] {
  const [lives, setLives] = useState<readonly TokenLife[]>([]);
  const requests = entries.value.filter(({kind}) => kind === 'request').length;

  useEffect(() => {
    void ask('tokens', null).then((found) => setLives((found ?? []) as readonly TokenLife[]));
  }, [requests]);

  return lives;
}

/** The simulated instant in milliseconds. It counts once a second, while the document is visible and the clock runs. */
function useNow(state: ConsoleState | null): number {
  const [, redraw] = useState(0);
  const clock = state?.clock ?? {offset: 0, frozenAt: null};

  useEffect(() => {
    if (clock.frozenAt !== null) return;
    const timer = setInterval(() => {
      if (!document.hidden) redraw((count) => count + 1);
    }, 1000);
    return () => clearInterval(timer);
  }, [clock]);

  return instantOf(clock, Date.now());
}
