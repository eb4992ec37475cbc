import type {TokenLife} from '../../../wire/token-life.ts';

/** A part of the axis, in percent of its width. */
export interface Span {
  readonly start: number;
  readonly size: number;
}

/** A token on the axis: the time in which it was good so far, and the time after its expiry. */
export interface Bar {
  readonly life: TokenLife;
  readonly good: Span;
  /** Null for a token that is good. */
  readonly expired: Span | null;
}

/** A time that is written below the axis. */
export interface Mark {
  /** Seconds since 1970. */
  readonly at: number;
  readonly place: number;
}

/** The axis of the clock: bars of tokens, the place of now, and the times below. */
export interface ClockAxis {
  readonly bars: readonly Bar[];
  readonly now: number;
  readonly marks: readonly Mark[];
}

/** The axis shows so much of its width after the last instant, so that the line of now is not at its edge. */
const MARGIN = 1.08;

/** Seconds between marks: the first of these with few enough marks. */
const STEPS = [60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400];

/** The number of marks that fits on a phone. */
const MOST_MARKS = 6;

/** A mark further to the right, in percent, would be cut. */
const LAST_PLACE = 90;

/** Computes the axis for an instant, in seconds since 1970. */
export function clockAxis(lives: readonly TokenLife[], now: number): ClockAxis {
  const first = Math.min(now, ...lives.map(({from}) => from));
  const last = Math.max(now, ...lives.map(({until}) => until));
  const width = Math.max(1, (last - first) * MARGIN);
  const place = (at: number): number => ((at - first) / width) * 100;

  const bars = lives.map((life): Bar => {
    const start = place(life.from);
    const good = {start, size: place(life.until) - start};
    const isExpired = now > life.until;
    return {
      life,
      good,
      expired: isExpired ? {start: place(life.until), size: place(now) - place(life.until)} : null,
    };
  });

  return {bars, now: place(now), marks: roundTimes(first, width).map((at) => ({at, place: place(at)}))};
}

/** Returns the round times of so many seconds. */
function roundTimes(first: number, width: number): readonly number[] {
  const step = STEPS.find((each) => width / each < MOST_MARKS) ?? width / MOST_MARKS;
  const times: number[] = [];
  const end = first + (width * LAST_PLACE) / 100;
  for (let at = Math.ceil(first / step) * step; at < end; at += step) times.push(at);
  return times;
}
