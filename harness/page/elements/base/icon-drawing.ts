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
  cart: 'M2.5 4h2l2 8.500h8.500l1.500-6.500H5.300|M7.500 16v.01M14 16v.01',
  check: 'M4.5 10.500l3.500 3.500 7.500-8',
  'check-circle': `${RING}|M6.500 10.500l2.500 2.500 4.500-5.500`,
  'chevron-down': 'M5 8l5 5 5-5',
  'chevron-left': 'M12 5l-5 5 5 5',
  'chevron-right': 'M8 5l5 5-5 5',
  'chevron-up': 'M5 12l5-5 5 5',
  circle: RING,
  clipboard: 'M5 4.500h10v13H5z|M8 3h4v3H8z',
  clock: `${RING}|M10 6v4l2.500 2`,
  'credit-card': 'M2.500 5h15v10h-15z|M2.500 8.500h15',
  delete: 'M4 6h12|M8 6V4h4v2|M5.500 6l.7 10.500h7.600L14.500 6',
  delivery: 'M2 5h9v9H2z|M11 8h4l3 3v3h-7|M5.500 15.500v.01M14.500 15.500v.01',
  discount: `${RING}|M7 13l6-6|M7.500 7.500v.01M12.500 12.500v.01`,
  edit: 'M4 16l1-4 8.500-8.500 3 3L8 15z',
  email: 'M3 5h14v10H3z|M3 6l7 5.500L17 6',
  external: 'M8 5H4.500v10.500H15V12|M11 4.500h4.500V9|M15.500 4.500L9 11',
  filter: 'M3 6h14M6 10h8M8.500 14h3',
  'gift-card': 'M3 6h14v9H3z|M10 6v9|M3 10h14',
  globe: `${RING}|M2.500 10h15|M10 2.500c4 4 4 11 0 15c-4-4-4-11 0-15`,
  image: 'M3 4h14v12H3z|M3 13.500l4-4 4 4 2.500-2.500L17 14|M13 7.500v.01',
  info: `${RING}|M10 9v5|M10 6v.01`,
  location:
    'M10 17.500c4-4.500 5.500-6.500 5.500-9a5.500 5.500 0 0 0-11 0c0 2.500 1.500 4.500 5.500 9z|M10 7a1.500 1.500 0 1 0 0 3a1.500 1.500 0 0 0 0-3z',
  lock: 'M5 9h10v8H5z|M7 9V6.500a3 3 0 0 1 6 0V9',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  'menu-horizontal': 'M5 10v.01M10 10v.01M15 10v.01',
  'menu-vertical': 'M10 5v.01M10 10v.01M10 15v.01',
  minus: 'M4 10h12',
  mobile: 'M6 2.500h8v15H6z|M10 15v.01',
  note: 'M4 3.500h12v8.500l-4 4.500H4z|M7 7.500h6M7 10.500h3',
  order: 'M4 4h12v12.500H4z|M7 8h6M7 11h6',
  plus: 'M10 4v12M4 10h12',
  profile: 'M10 3.500a3 3 0 1 0 0 6a3 3 0 0 0 0-6z|M4 16.500c0-3 2.500-5 6-5s6 2 6 5',
  'question-circle': `${RING}|M8 8a2 2 0 1 1 2.500 2v1.500|M10.500 14v.01`,
  return: 'M4 8h9a3.500 3.500 0 0 1 0 7H8|M7 5L4 8l3 3',
  search: 'M9 3.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 0 0 0-11z|M13 13l4 4',
  settings:
    'M3 6h9M16 6h1M3 14h1M8 14h9|M14 4.300a1.700 1.700 0 1 0 0 3.400a1.700 1.700 0 0 0 0-3.400z|M6 12.300a1.700 1.700 0 1 0 0 3.400a1.700 1.700 0 0 0 0-3.400z',
  star: 'M10 3l2.200 4.600 5 .700-3.600 3.500.900 5L10 14.400 5.500 16.800l.900-5L2.800 8.300l5-.700z',
  store: 'M3.500 8l1-4h11l1 4|M4.500 8.500v8h11v-8|M3.500 8h13|M8 16.500v-5h4v5',
  truck: 'M2 5h9v9H2z|M11 8h4l3 3v3h-7|M5.500 15.500v.01M14.500 15.500v.01',
  upload: 'M10 13V4M6 8l4-4 4 4|M4 15.500h12',
  x: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
  'x-circle': `${RING}|M7.500 7.500l5 5M12.500 7.500l-5 5`,
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
