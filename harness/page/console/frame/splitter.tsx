import type {TargetedPointerEvent, VNode} from 'preact';
import {changeLayout} from '../state/console-client.ts';
import {situation} from '../state/store.ts';

/** Pixels of the smallest console. */
const [SMALLEST_WIDTH, SMALLEST_HEIGHT] = [344, 160];
/** The largest part of the window, in percent. */
const LARGEST_PART = 70;
const STEP = 16;

/** The edge between page and console. It moves by mouse and by arrow keys. */
export function Splitter({isBottom}: {readonly isBottom: boolean}): VNode {
  const size = sizeOf(isBottom);
  const room = isBottom ? innerHeight : innerWidth;

  const onPointerDown = ({currentTarget, pointerId}: TargetedPointerEvent<HTMLElement>): void => {
    const edge = new AbortController();
    currentTarget.setPointerCapture(pointerId);
    currentTarget.addEventListener('pointermove', (event) => follow(event, isBottom), {signal: edge.signal});
    currentTarget.addEventListener('pointerup', () => edge.abort(), {signal: edge.signal});
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const [grow, shrink] = isBottom ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (event.key !== grow && event.key !== shrink) return;

    event.preventDefault();
    resize(size + (event.key === grow ? STEP : -STEP), isBottom);
  };

  return (
    <div
      class="splitter"
      role="separator"
      tabIndex={0}
      aria-label="Size of the console"
      aria-orientation={isBottom ? 'horizontal' : 'vertical'}
      aria-valuemin={0}
      aria-valuemax={LARGEST_PART}
      aria-valuenow={Math.round((size / room) * 100)}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}

function follow({clientX, clientY}: PointerEvent, isBottom: boolean): void {
  resize(isBottom ? innerHeight - clientY : innerWidth - clientX, isBottom);
}

function resize(next: number, isBottom: boolean): void {
  const room = isBottom ? innerHeight : innerWidth;
  const smallest = isBottom ? SMALLEST_HEIGHT : SMALLEST_WIDTH;
  const limited = Math.round(Math.min((room * LARGEST_PART) / 100, Math.max(smallest, next)));
  changeLayout(isBottom ? {height: limited} : {width: limited});
}

/** Pixels of the console in its dock. */
function sizeOf(isBottom: boolean): number {
  const layout = situation.value?.layout;
  if (isBottom) return layout?.height ?? 320;
  return layout?.width ?? (innerWidth > 1280 ? 688 : 456);
}
