import type {VNode} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import {REAL_TIME} from '../../../clock.ts';
import type {ConsoleState} from '../../../wire/console.ts';
import {durationWords} from '../../../wire/duration-words.ts';
import type {TokenLife} from '../../../wire/token-life.ts';
import {act, ask} from '../state/console-client.ts';
import {plainText} from '../parts/plain-text.ts';
import {entries, situation} from '../state/store.ts';
import {dateWords, timeOfDay} from '../state/times.ts';
import {ClockAxisView} from './clock-axis-view.tsx';
import {MoveForm, RunButtons, StepButtons} from './clock-moves.tsx';
import {SkewRows} from './skew-rows.tsx';
import {useNow} from './use-now.ts';

/**
 * Seconds after the expiry of a token at which no backend accepts it. The usual tolerance is 10 s. A copied test leaves
 * out short waits, so it needs 10 s more.
 */
const PAST_TOLERANCE = 20;
/** Seconds before the expiry at which a token is still good when it arrives. */
const JUST_BEFORE = 2;

/** The panel of the clock: the time, the tokens on it, and the ways to move it. */
export function ClockView(): VNode {
  const {value: state} = situation;
  const lives = useTokenLives();
  const now = useNow(state?.clock ?? REAL_TIME);

  return (
    <section class="panel clock" aria-label="Clock">
      <div class="scroll clock-body" tabIndex={0} role="region" aria-label="Clock and tokens">
        <div class="clock-head">
          <p class="clock-time num">{timeOfDay(now)}</p>
          <div class="dim2">
            <p>{dateWords(now)}</p>
            <p>{state === null ? '' : distanceText(state)}</p>
          </div>
        </div>
        <ClockAxisView lives={lives} now={now / 1000} />
        <Moves last={lives.at(-1)} now={now / 1000} isStopped={state?.clock.frozenAt != null} />
        {state === null ? null : <SkewRows state={state} />}
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
  const isNone = last === undefined;

  return (
    <>
      <div class="pop-row">
        <RunButtons isStopped={isStopped} />
        <StepButtons />
      </div>
      <div class="pop-row">
        <button type="button" class="btn sm" disabled={isNone} onClick={() => toExpiry(-JUST_BEFORE)}>
          Before the expiry
        </button>
        <button type="button" class="btn sm" disabled={isNone} onClick={() => toExpiry(PAST_TOLERANCE)}>
          After the expiry
        </button>
        <MoveForm />
      </div>
    </>
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
  const newest = entries.value.findLast(({kind}) => kind === 'request')?.n;

  useEffect(() => {
    void ask('tokens', null).then((found) => setLives((found ?? []) as readonly TokenLife[]));
  }, [newest]);

  return lives;
}
