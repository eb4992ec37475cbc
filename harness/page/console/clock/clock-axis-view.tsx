import type {VNode} from 'preact';
import type {TokenLife} from '../../../wire/token-life.ts';
import {timeOfDay} from '../state/times.ts';
import {type Bar, type Span, clockAxis} from './clock-axis.ts';

/** The tokens as bars on an axis of time, and a line for now. `now` is in seconds since 1970. */
export function ClockAxisView({
  lives,
  now,
}: {
  readonly lives: readonly TokenLife[];
  readonly now: number;
}): VNode {
  if (lives.length === 0) return <p class="clock-none dim3">No token was sent yet.</p>;

  const axis = clockAxis(lives, now);
  return (
    <ul class="clock-axis" aria-label="Tokens">
      {axis.bars.map((bar) => (
        <BarRow key={bar.life.number} bar={bar} />
      ))}
      <li class="clock-marks" aria-hidden="true">
        {axis.marks.map(({at, place}) => (
          <span key={at} style={{insetInlineStart: `${place}%`}}>
            {timeOfDay(at * 1000).slice(0, 5)}
          </span>
        ))}
      </li>
      <li class="clock-now" aria-hidden="true" style={{insetInlineStart: `${axis.now}%`}} />
    </ul>
  );
}

function BarRow({bar: {life, good, expired}}: {readonly bar: Bar}): VNode {
  const {number, who, from, until, sent} = life;
  const times = sent === 1 ? 'sent once' : `sent ${sent} times`;
  const state = expired === null ? 'good until' : 'expired at';
  const text = `Token ${number} for ${who}, ${state} ${timeOfDay(until * 1000)}, ${times}`;

  return (
    <li class="clock-bar" title={`${text}; given out at ${timeOfDay(from * 1000)}`}>
      <span class="clock-label">{text}</span>
      <i class="clock-good" style={styleOf(good)} />
      {expired === null ? null : <i class="clock-expired" style={styleOf(expired)} />}
    </li>
  );
}

function styleOf({start, size}: Span): {readonly insetInlineStart: string; readonly width: string} {
  return {insetInlineStart: `${start}%`, width: `${size}%`};
}
