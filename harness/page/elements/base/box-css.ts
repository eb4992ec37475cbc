/** The CSS of the properties of boxes, stacks and grids. */

/** [CSS property, the property of the element that gives it, how a value reads in CSS]. */
type Rule = readonly [css: string, property: string, read: (value: string) => string | undefined];

const SPACES: Readonly<Record<string, number>> = {
  none: 0,
  'small-500': 2,
  'small-400': 4,
  'small-300': 6,
  'small-200': 8,
  'small-100': 12,
  small: 12,
  base: 16,
  large: 20,
  'large-100': 20,
  'large-200': 24,
  'large-300': 32,
  'large-400': 40,
  'large-500': 48,
};

const RADII: Readonly<Record<string, string>> = {
  none: '0',
  'small-100': '4px',
  small: '4px',
  base: 'var(--sim-radius)',
  large: '12px',
  'large-100': '12px',
  max: '9999px',
};

const WIDTHS: Readonly<Record<string, string>> = {none: '0', base: '1px', large: '2px', 'large-100': '2px'};
const STYLES: Readonly<Record<string, string>> = {
  none: 'none',
  solid: 'solid',
  dashed: 'dashed',
  dotted: 'dotted',
  auto: 'solid',
};
const GROUNDS: Readonly<Record<string, string>> = {
  transparent: 'transparent',
  subdued: 'var(--sim-subdued)',
  base: 'var(--sim-surface)',
};
const BORDER_COLOURS: Readonly<Record<string, string>> = {
  subdued: 'var(--sim-subdued)',
  base: 'var(--sim-border)',
  strong: 'var(--sim-control)',
};

/** Later rows override earlier ones. */
const RULES: readonly Rule[] = [
  ['display', 'display', (value) => (value === 'none' ? 'none' : undefined)],
  ['background', 'background', (value) => GROUNDS[value]],
  ['overflow', 'overflow', (value) => (value === 'hidden' ? 'hidden' : undefined)],
  ['position', 'position', (value) => (value === 'absolute' || value === 'relative' ? value : undefined)],
  ['inset-block', 'insetBlock', insets],
  ['inset-inline', 'insetInline', insets],
  ['transform', 'transform', translation],
  ['block-size', 'blockSize', size],
  ['min-block-size', 'minBlockSize', size],
  ['max-block-size', 'maxBlockSize', size],
  ['inline-size', 'inlineSize', size],
  ['min-inline-size', 'minInlineSize', size],
  ['max-inline-size', 'maxInlineSize', size],
  ['border', 'border', border],
  ['border-color', 'borderColor', (value) => BORDER_COLOURS[value]],
  ['border-width', 'borderWidth', edges(WIDTHS)],
  ['border-style', 'borderStyle', edges(STYLES)],
  ['border-radius', 'borderRadius', edges(RADII)],
  ['padding', 'padding', edges(pixels(SPACES))],
  ['padding-block', 'paddingBlock', edges(pixels(SPACES))],
  ['padding-block-start', 'paddingBlockStart', edges(pixels(SPACES))],
  ['padding-block-end', 'paddingBlockEnd', edges(pixels(SPACES))],
  ['padding-inline', 'paddingInline', edges(pixels(SPACES))],
  ['padding-inline-start', 'paddingInlineStart', edges(pixels(SPACES))],
  ['padding-inline-end', 'paddingInlineEnd', edges(pixels(SPACES))],
  [
    'flex-direction',
    'direction',
    (value) => (value === 'inline' ? 'row' : value === 'block' ? 'column' : undefined),
  ],
  [
    'flex-wrap',
    'direction',
    (value) => (value === 'inline' ? 'wrap' : value === 'block' ? 'nowrap' : undefined),
  ],
  // The first of two values is the inline axis, CSS has it the other way round.
  ['gap', 'gap', (value) => edges(pixels(SPACES))(value.split(/\s+/).reverse().join(' '))],
  ['row-gap', 'rowGap', edges(pixels(SPACES))],
  ['column-gap', 'columnGap', edges(pixels(SPACES))],
  ['grid-template-columns', 'gridTemplateColumns', tracks],
  ['grid-template-rows', 'gridTemplateRows', tracks],
  ['place-items', 'placeItems', keyword],
  ['place-content', 'placeContent', keyword],
  ['justify-items', 'justifyItems', keyword],
  ['align-items', 'alignItems', keyword],
  ['align-content', 'alignContent', keyword],
  ['justify-content', 'justifyContent', keyword],
];

/**
 * Style rules for a box. A value may be conditional, `@container (inline-size > 500px) large, small`, and then follows
 * the nearest query container.
 */
export function boxCss(selector: string, valueOf: (property: string) => string): string {
  const plain: string[] = [];
  const conditional: string[] = [];

  for (const [css, property, read] of RULES) {
    const value = valueOf(property).trim();
    const [, condition, whenTrue = '', whenFalse = value] = CONDITIONAL.exec(value) ?? [];
    const otherwise = read(whenFalse.trim());
    if (otherwise !== undefined) plain.push(`${css}: ${otherwise};`);
    const then = condition === undefined ? undefined : read(whenTrue.trim());
    if (then !== undefined) conditional.push(`@container ${condition} { ${selector} { ${css}: ${then}; } }`);
  }

  return `${selector} { ${plain.join(' ')} }\n${conditional.join('\n')}`;
}

/** A condition, then two values at the comma that no parenthesis holds. */
const CONDITIONAL = new RegExp(
  String.raw`^@container\s*((?:[\w-]+\s*)?CALL(?:\s*(?:and|or)\s*CALL)*)\s*((?:[^(),]|CALL)+),\s*((?:[^(),]|CALL)+)$`.replaceAll(
    'CALL',
    String.raw`\([^()]*\)`,
  ),
);

function edges(scale: Readonly<Record<string, string>>): (value: string) => string | undefined {
  return (value) => {
    const parts = value.split(/\s+/).map((part) => scale[part]);
    return parts.includes(undefined) ? undefined : parts.join(' ');
  };
}

function pixels(scale: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scale).map(([name, value]) => [name, `${value}px`]));
}

function border(value: string): string | undefined {
  const [width = '', colour = 'base', style = 'auto'] = value.split(/\s+/);
  const parts = [
    WIDTHS[width] ?? (width in SPACES ? '1px' : undefined),
    STYLES[style],
    BORDER_COLOURS[colour],
  ];

  return parts.includes(undefined) ? undefined : parts.join(' ');
}

function size(value: string): string | undefined {
  return /^(0|-?\d+(\.\d+)?(px|%)|auto|none)$/.test(value) ? value : undefined;
}

/** Offsets of two edges, of which one is a size at most. */
function insets(value: string): string | undefined {
  const parts = value.split(/\s+/);
  const sizes = parts.filter((part) => part !== 'auto');
  const isGiven = parts.length <= 2 && sizes.length <= 1 && (value === 'auto' || parts.length === 2);
  return isGiven && sizes.every((part) => LENGTH.test(part)) ? value : undefined;
}

function translation(value: string): string | undefined {
  if (value === 'none') return value;
  const [, list = ''] = /^translate\(([^()]*)\)$/.exec(value) ?? [];
  const parts = list.split(',').map((part) => part.trim());
  return parts.length <= 2 && parts.every((part) => LENGTH.test(part)) ? value : undefined;
}

const LENGTH = /^(0|-?\d+(\.\d+)?(px|%))$/;

/** A template of grid tracks; nothing that could end the declaration. */
function tracks(value: string): string | undefined {
  return /^[\w\s%.,()[\]-]+$/.test(value) ? value : undefined;
}

function keyword(value: string): string | undefined {
  return /^[a-z]+(-[a-z]+)*( [a-z]+)?$/.test(value) ? value : undefined;
}
