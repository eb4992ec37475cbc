import {make} from './dom.ts';

/** A circle around a sign. */
const RING = 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15z';
const PLAIN = 'M4.5 4.5h11v11h-11z';

const PATHS: Readonly<Record<string, string>> = {
  'alert-circle': `${RING}|M10 6v5|M10 14v.01`,
  'alert-triangle': 'M10 3l7.5 13.5h-15z|M10 8v4|M10 14.5v.01',
  'arrow-down': 'M10 4v12M5 11l5 5 5-5',
  'arrow-left': 'M16 10H4M9 5l-5 5 5 5',
  'arrow-right': 'M4 10h12M11 5l5 5-5 5',
  'arrow-up': 'M10 16V4M5 9l5-5 5 5',
  'arrow-up-right': 'M5 15L15 5M7 5h8v8',
  bag: 'M5 7h10l.8 10H4.2z|M7.5 7a2.5 2.5 0 0 1 5 0',
  calendar: 'M4 5h12v11.5H4z|M4 8.5h12|M7 3v3M13 3v3',
  camera: 'M3 6.5h3l1.5-2h5l1.5 2h3v9H3z|M10 8.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 0 0 0-5z',
  'caret-down': 'M6 8l4 4 4-4z',
  cart: 'M2.5 4h2l2 8.5h8.5l1.5-6.5H5.3|M7.5 16v.01M14 16v.01',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  'check-circle': `${RING}|M6.5 10.5l2.5 2.5 4.5-5.5`,
  'chevron-down': 'M5 8l5 5 5-5',
  'chevron-left': 'M12 5l-5 5 5 5',
  'chevron-right': 'M8 5l5 5-5 5',
  'chevron-up': 'M5 12l5-5 5 5',
  circle: RING,
  clipboard: 'M5 4.5h10v13H5z|M8 3h4v3H8z',
  clock: `${RING}|M10 6v4l2.5 2`,
  'credit-card': 'M2.5 5h15v10h-15z|M2.5 8.5h15',
  delete: 'M4 6h12|M8 6V4h4v2|M5.5 6l.7 10.5h7.6L14.5 6',
  delivery: 'M2 5h9v9H2z|M11 8h4l3 3v3h-7|M5.5 15.5v.01M14.5 15.5v.01',
  discount: `${RING}|M7 13l6-6|M7.5 7.5v.01M12.5 12.5v.01`,
  edit: 'M4 16l1-4 8.5-8.5 3 3L8 15z',
  email: 'M3 5h14v10H3z|M3 6l7 5.5L17 6',
  external: 'M8 5H4.5v10.5H15V12|M11 4.5h4.5V9|M15.5 4.5L9 11',
  filter: 'M3 6h14M6 10h8M8.5 14h3',
  'gift-card': 'M3 6h14v9H3z|M10 6v9|M3 10h14',
  globe: `${RING}|M2.5 10h15|M10 2.5c4 4 4 11 0 15c-4-4-4-11 0-15`,
  image: 'M3 4h14v12H3z|M3 13.5l4-4 4 4 2.5-2.5L17 14|M13 7.5v.01',
  info: `${RING}|M10 9v5|M10 6v.01`,
  location:
    'M10 17.5c4-4.5 5.5-6.5 5.5-9a5.5 5.5 0 0 0-11 0c0 2.5 1.5 4.5 5.5 9z|M10 7a1.5 1.5 0 1 0 0 3a1.5 1.5 0 0 0 0-3z',
  lock: 'M5 9h10v8H5z|M7 9V6.5a3 3 0 0 1 6 0V9',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  'menu-horizontal': 'M5 10v.01M10 10v.01M15 10v.01',
  'menu-vertical': 'M10 5v.01M10 10v.01M10 15v.01',
  minus: 'M4 10h12',
  mobile: 'M6 2.5h8v15H6z|M10 15v.01',
  note: 'M4 3.5h12v8.5l-4 4.5H4z|M7 7.5h6M7 10.5h3',
  order: 'M4 4h12v12.5H4z|M7 8h6M7 11h6',
  plus: 'M10 4v12M4 10h12',
  profile: 'M10 3.5a3 3 0 1 0 0 6a3 3 0 0 0 0-6z|M4 16.5c0-3 2.5-5 6-5s6 2 6 5',
  'question-circle': `${RING}|M8 8a2 2 0 1 1 2.5 2v1.5|M10.5 14v.01`,
  return: 'M4 8h9a3.5 3.5 0 0 1 0 7H8|M7 5L4 8l3 3',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11z|M13 13l4 4',
  settings:
    'M3 6h9M16 6h1M3 14h1M8 14h9|M14 4.3a1.7 1.7 0 1 0 0 3.4a1.7 1.7 0 0 0 0-3.4z|M6 12.3a1.7 1.7 0 1 0 0 3.4a1.7 1.7 0 0 0 0-3.4z',
  star: 'M10 3l2.2 4.6 5 .7-3.6 3.5.9 5L10 14.4 5.5 16.8l.9-5L2.8 8.3l5-.7z',
  store: 'M3.5 8l1-4h11l1 4|M4.5 8.5v8h11v-8|M3.5 8h13|M8 16.5v-5h4v5',
  truck: 'M2 5h9v9H2z|M11 8h4l3 3v3h-7|M5.5 15.5v.01M14.5 15.5v.01',
  upload: 'M10 13V4M6 8l4-4 4 4|M4 15.5h12',
  x: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  'x-circle': `${RING}|M7.5 7.5l5 5M12.5 7.5l-5 5`,
};

/** Creates a line drawing of 20 by 20. It is decoration: assistive technology does not see it. */
export function iconDrawing(
  path: string,
  {size = 20, filled = false}: {size?: number; filled?: boolean} = {},
): HTMLElement {
  const node = make('span', {'aria-hidden': 'true', class: 'drawing'});
  const paint = filled ? 'fill="currentColor" stroke="currentColor"' : 'fill="none" stroke="currentColor"';

  node.innerHTML = `<svg viewBox="0 0 20 20" width="${size}" height="${size}" ${paint} stroke-width="1.6" stroke-linecap="round"
    stroke-linejoin="round" style="display: block">${path
      .split('|')
      .map((part) => `<path d="${part}"/>`)
      .join('')}</svg>`;

  return node;
}

export function closeIcon(): HTMLElement {
  return iconDrawing('M5.5 5.5l9 9M14.5 5.5l-9 9');
}

/** Returns the path of a published icon, or a square if it has no drawing here. */
export function iconPath(type: string): string {
  return PATHS[type.replace(/-filled$/, '')] ?? PLAIN;
}
