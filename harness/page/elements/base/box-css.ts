/** A CSS property, the element's property that sets it, and the translation of its value. */
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

const DIRECTIONS: Readonly<Record<string, string>> = {inline: 'row', block: 'column'};
const WRAPS: Readonly<Record<string, string>> = {inline: 'wrap', block: 'nowrap'};

/** A length in CSS. */
const LENGTH = /^(0|-?\d+(\.\d+)?(px|%))$/;

/** A call such as `(inline-size > 500px)`, and a value that may hold calls. */
const CALL = String.raw`\([^()]*\)`;
const VALUE = String.raw`(?:[^(),]|${CALL})+`;

/** A container's name, if any, and its conditions. */
const CONDITION = String.raw`(?:[\w-]+\s*)?${CALL}(?:\s*(?:and|or)\s*${CALL})*`;

/** A conditional value: a condition, then the value if it is true, then the value if it is false. */
const CONDITIONAL = new RegExp(String.raw`^@container\s*(${CONDITION})\s*(${VALUE}),\s*(${VALUE})$`);

/** The rules of boxes, stacks and grids. Later rows override earlier ones. */
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
  ['flex-direction', 'direction', (value) => DIRECTIONS[value]],
  ['flex-wrap', 'direction', (value) => WRAPS[value]],
  // The first of two values is the inline axis. In CSS it is the block axis.
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
 * Returns the style rules of a box. A conditional value, such as `@container (inline-size > 500px) large,
 * small`, follows the nearest query container.
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

/** Reads the offsets of two edges. At most one of them may be a length. */
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

/** Reads a template of grid tracks, but nothing that could end the declaration. */
function tracks(value: string): string | undefined {
  return /^[\w\s%.,()[\]-]+$/.test(value) ? value : undefined;
}

function keyword(value: string): string | undefined {
  return /^[a-z]+(-[a-z]+)*( [a-z]+)?$/.test(value) ? value : undefined;
}
