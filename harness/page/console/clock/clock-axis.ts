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

/** The axis of the clock: bars of tokens, and the place of now. */
export interface ClockAxis {
  readonly bars: readonly Bar[];
  readonly now: number;
}

/** The axis shows so much of its width after the last instant, so that the line of now is not at its edge. */
const MARGIN = 1.08;

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

  return {bars, now: place(now)};
}
