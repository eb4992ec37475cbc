/** The colours of page and elements, each as [light, dark]. */
export const PALETTE: Readonly<Record<Colour, readonly [light: string, dark: string]>> = {
  page: ['#f5f6f7', '#101216'],
  surface: ['#ffffff', '#191c22'],
  subdued: ['#f0f2f4', '#22262e'],
  border: ['#dfe3e8', '#323742'],
  control: ['#838b96', '#757e8c'],
  text: ['#1c2128', '#eceef1'],
  quiet: ['#5a626d', '#a4acb8'],
  accent: ['#2456b8', '#93b8ff'],
  'accent-hover': ['#1c4695', '#b1ccff'],
  'on-accent': ['#ffffff', '#0d1a33'],
  info: ['#1f5194', '#a3c4f7'],
  'info-surface': ['#eaf2fd', '#1a2638'],
  'info-border': ['#c3d9f6', '#2d4465'],
  success: ['#17623a', '#84d8a5'],
  'success-surface': ['#e8f6ee', '#16291f'],
  'success-border': ['#bfe3ce', '#274b38'],
  warning: ['#7a4b00', '#efc26d'],
  'warning-surface': ['#fdf3df', '#2c2413'],
  'warning-border': ['#f0d9a8', '#54441f'],
  critical: ['#ab261d', '#ffa59c'],
  'critical-hover': ['#8a1d16', '#ffc0ba'],
  'critical-surface': ['#fdeeec', '#331c1b'],
  'critical-border': ['#f4cbc7', '#5f302d'],
  'on-critical': ['#ffffff', '#3a0d09'],
};

export type Colour =
  | 'page'
  | 'surface'
  | 'subdued'
  | 'border'
  | 'control'
  | 'text'
  | 'quiet'
  | 'accent'
  | 'accent-hover'
  | 'on-accent'
  | 'critical-hover'
  | 'on-critical'
  | `${Tone}${'' | '-surface' | '-border'}`;

export type Tone = 'info' | 'success' | 'warning' | 'critical';
