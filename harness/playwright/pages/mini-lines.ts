import {sourceLine} from '../../node/mini/source-lines.ts';
import type {PositionOf} from './request-lines.ts';

/** A Mini that a test has opened. */
export interface OpenedMini {
  readonly dir: string;
  /** The folder of its build; `null` if a dev server serves it. */
  readonly built: string | null;
  readonly origin: string;
}

/** Finds the lines of a built Mini. A dev server serves changed sources, so only the file is known. */
export function miniPositions({dir, built, origin}: OpenedMini): PositionOf {
  return (frames) => {
    const own = frames.filter(({url}) => url.origin === origin);
    if (built === null) return own[0]?.url.pathname.replace(/^\//, '') ?? null;

    const positions = own.map(({url, line, column}) => ({pathname: url.pathname, line, column}));
    return sourceLine({dir, built}, positions);
  };
}
