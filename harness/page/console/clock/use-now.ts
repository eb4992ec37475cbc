import {useEffect, useState} from 'preact/hooks';
import {type ClockState, instantOf} from '../../../clock.ts';

/**
 * The instant of a clock, in milliseconds since 1970. It counts once a second, while the document is visible and the
 * clock runs.
 */
export function useNow(clock: ClockState): number {
  const [, redraw] = useState(0);

  useEffect(() => {
    if (clock.frozenAt !== null) return;
    const timer = setInterval(() => {
      if (!document.hidden) redraw((count) => count + 1);
    }, 1000);
    return () => clearInterval(timer);
  }, [clock]);

  return instantOf(clock, Date.now());
}
