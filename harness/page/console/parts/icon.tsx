import type {VNode} from 'preact';

const circle = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

const box = (x: number, y: number, width: number, height: number, r: number): string => {
  const [h, v] = [width - 2 * r, height - 2 * r];
  return `M${x + r} ${y}h${h}a${r} ${r} 0 0 1 ${r} ${r}v${v}a${r} ${r} 0 0 1 ${-r} ${r}h${-h}a${r} ${r} 0 0 1 ${-r} ${-r}v${-v}a${r} ${r} 0 0 1 ${r} ${-r}`;
};

export type IconName =
  | 'check'
  | 'x'
  | 'none'
  | 'alert'
  | 'clock'
  | 'user'
  | 'globe'
  | 'target'
  | 'bolt'
  | 'search'
  | 'redo'
  | 'undo'
  | 'right'
  | 'bottom'
  | 'window'
  | 'fold'
  | 'unfold'
  | 'down'
  | 'left'
  | 'pause'
  | 'play'
  | 'trash'
  | 'flask'
  | 'term'
  | 'pen'
  | 'lock'
  | 'snow'
  | 'sliders'
  | 'swap'
  | 'shield'
  | 'box'
  | 'copy'
  | 'list'
  | 'focus'
  | 'outline';

/** The lines of each icon, in a square of 16. */
const LINES: Readonly<Record<IconName, string>> = {
  copy: `${box(5.3, 5.3, 8.2, 8.2, 1.6)}M10.7 5.3V4a1.5 1.5 0 0 0-1.5-1.5H4A1.5 1.5 0 0 0 2.5 4v5.2A1.5 1.5 0 0 0 4 10.7h1.3`,
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.6 4h.1M2.6 8h.1M2.6 12h.1',
  focus: `M2.5 5.5v-2a1 1 0 0 1 1-1h2M10.5 2.5h2a1 1 0 0 1 1 1v2M13.5 10.5v2a1 1 0 0 1-1 1h-2M5.5 13.5h-2a1 1 0 0 1-1-1v-2${circle(8, 8, 1.8)}`,
  outline:
    'M2.5 6V5A1.5 1.5 0 0 1 4 3.5h1M7 3.5h2M11 3.5h1A1.5 1.5 0 0 1 13.500 5v1M13.500 8v1.500M13.500 11a1.500 1.500 0 0 1-1.500 1.500h-1M9 12.500H7M5 12.500H4A1.500 1.500 0 0 1 2.500 11M2.500 9.500V8',
  check: 'm3.5 8.5 3 3 6-7',
  x: 'm4 4 8 8m0-8-8 8',
  none: 'M5 8h6',
  alert: `${circle(8, 8, 6.25)}M8 4.8v4M8 11.1v.1`,
  clock: `${circle(8, 8, 6.25)}M8 4.5V8l2.3 1.6`,
  user: `${circle(8, 5.4, 2.7)}M2.8 13.6c.6-2.6 2.6-4 5.2-4s4.6 1.4 5.2 4`,
  globe: `${circle(8, 8, 6.25)}M1.8 8h12.4M8 1.8c2.3 2.3 2.3 10.1 0 12.4M8 1.8c-2.3 2.3-2.3 10.1 0 12.4`,
  target: `${box(1.8, 2.3, 12.4, 11.4, 2)}${box(4.6, 7.6, 6.8, 3.5, 0.8)}M4.6 5.2h3.2`,
  bolt: 'M8.8 1.6 3.5 9h3.8l-.6 5.4L12.5 7H8.4z',
  search: `${circle(7, 7, 4.6)}M10.5 10.5l3.6 3.6`,
  undo: 'M2.7 6.5A5.6 5.6 0 1 1 2.4 9M2.4 2.8v3.7h3.7',
  redo: 'M13.3 6.5A5.6 5.6 0 1 0 13.6 9M13.6 2.8v3.7H9.9',
  right: `${box(1.8, 2.8, 12.4, 10.4, 1.8)}M9.7 2.8v10.4`,
  bottom: `${box(1.8, 2.8, 12.4, 10.4, 1.8)}M1.8 8.8h12.4`,
  window:
    'M9.5 2.5h4v4M13.3 2.7 7.8 8.2M6.5 3.5H4A1.5 1.5 0 0 0 2.5 5v7A1.5 1.5 0 0 0 4 13.5h7a1.5 1.5 0 0 0 1.5-1.5V9.5',
  fold: 'm5 3.5 4.5 4.5L5 12.5M12 3.5v9',
  unfold: 'm11 3.5-4.5 4.5 4.5 4.5M4 3.5v9',
  down: 'm4.5 6.2 3.5 3.6 3.5-3.6',
  left: 'M9.8 4.5 6.2 8l3.6 3.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.2v9.6L12.5 8z',
  trash: 'M2.8 4.2h10.4M6.2 4.2V2.6h3.6v1.6M4 4.2l.6 9h6.8l.6-9',
  flask: 'M6.2 1.8h3.6M6.8 1.8v4.4l-4 6.6c-.4.7 0 1.5.9 1.5h8.6c.9 0 1.3-.8.9-1.5l-4-6.6V1.8M4.8 10h6.4',
  term: 'm3 4.5 3.5 3.5L3 11.5M8 12h5',
  pen: 'm3 13 .6-2.8 7.3-7.3a1.3 1.3 0 0 1 1.9 0l.3.3a1.3 1.3 0 0 1 0 1.9L5.8 12.4z',
  lock: `${box(3, 7, 10, 6.8, 1.5)}M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2`,
  snow: 'M8 1.8v12.4M2.6 4.9l10.8 6.2M13.4 4.9 2.6 11.1',
  sliders: `M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6${circle(10, 5, 1.5)}${circle(6, 11, 1.5)}`,
  swap: 'M2.5 5.5h10.8L10.5 2.7M13.5 10.5H2.7l2.8 2.8',
  shield: 'M8 1.8 13 3.6v4c0 3.2-2 5.6-5 6.8-3-1.2-5-3.6-5-6.8v-4z',
  box: 'm8 1.8 5.5 3v6.4L8 14.2l-5.5-3V4.8zM2.7 5 8 7.9 13.3 5M8 7.9v6.2',
};

/** An icon. It is hidden from screen readers: the words next to it say the same. */
export function Icon({name, small = false}: {readonly name: IconName; readonly small?: boolean}): VNode {
  return (
    <svg class={small ? 'i s' : 'i'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}
