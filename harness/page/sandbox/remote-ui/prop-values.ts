/** Translates the value of a prop for the element. */
export type ReadValue = (value: unknown) => unknown;

export const space: ReadValue = byTable({
  extraTight: 'small-400',
  tight: 'small-200',
  loose: 'large-200',
  extraLoose: 'large-500',
});

export const radius: ReadValue = byTable({tight: 'small', loose: 'large', fullyRounded: 'max'});

export const borderWidth: ReadValue = byTable({medium: 'large', thick: 'large-100'});

const areaRoleByName = byTable({
  complementary: 'aside',
  listItem: 'list-item',
  orderedList: 'ordered-list',
  unorderedList: 'unordered-list',
});

/** Translates a role, or a pair of an element and its role. */
export const areaRole: ReadValue = (given) => areaRoleByName(Array.isArray(given) ? given.at(-1) : given);

export const border: ReadValue = (given) => {
  const value = unconditional(given);
  const [style] = Array.isArray(value) ? (value as unknown[]) : [value];
  return style === undefined || style === 'none' || style === 'base' ? style : `base base ${String(style)}`;
};

/** Translates a length. Numbers are pixels. */
export const length: ReadValue = (given) => {
  const value = unconditional(given);
  if (typeof value === 'number') return `${value}px`;
  return value === 'fill' ? '100%' : value;
};

/** Translates the columns or rows of a grid. */
export const tracks: ReadValue = (given) => {
  const value = unconditional(given);
  if (value === undefined) return undefined;

  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(trackSize).join(' ');
};

export const alignment: ReadValue = (given) => unconditional(given);

export const span: ReadValue = (given) =>
  unconditional(given) === undefined ? undefined : `span ${String(unconditional(given))}`;

/** Translates `Appearance` and `Tone`. */
export const tone: ReadValue = byTable({
  base: 'auto',
  default: 'auto',
  accent: 'auto',
  decorative: 'auto',
  interactive: 'auto',
  subdued: 'neutral',
  monochrome: 'neutral',
});

export const size: ReadValue = byTable({extraSmall: 'small-200', extraLarge: 'large-100'});

export const icon: ReadValue = (value) => {
  const source = typeof value === 'object' && value !== null && 'source' in value ? value.source : value;
  return source === undefined
    ? undefined
    : String(source).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
};

/** Translates `{field: 'given-name', group: 'shipping'}`. */
export const autocomplete: ReadValue = (value) => {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value !== 'object' || value === null) return value;
  const {group, field} = value as {group?: string; field?: string};
  return [group, field].filter((part) => part !== undefined).join(' ');
};

const TEXT_TYPES: Readonly<Record<string, string>> = {
  address: 'address',
  deletion: 'redundant',
  marking: 'mark',
  stress: 'emphasis',
  offset: 'offset',
  strong: 'strong',
  italic: 'emphasis',
  bold: 'strong',
};

export const month: ReadValue = (value) => {
  if (typeof value !== 'object' || value === null) return value;
  const {year, month: number} = value as {year: number; month: number};
  return `${year}-${String(number).padStart(2, '0')}`;
};

const WEEKDAY = /^(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/;

/** Translates the days and ranges of `disabled`. */
export const disallow: ReadValue = (value) =>
  Array.isArray(value)
    ? value
        .filter((entry) => !WEEKDAY.test(String(entry)))
        .map((entry: unknown) =>
          typeof entry === 'object' && entry !== null ? openRange(entry) : String(entry),
        )
        .join(',')
    : undefined;

/** Translates the weekdays of `disabled`. */
export const disallowDays: ReadValue = (value) =>
  Array.isArray(value)
    ? value
        .filter((entry) => WEEKDAY.test(String(entry)))
        .map((day) => String(day).toLowerCase())
        .join(',')
    : undefined;

/**
 * Returns the default of `Style.default(…).when(…)`: the page does not have the containers that its
 * conditions name.
 */
export function unconditional(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('conditionals' in value)) return value;
  return 'default' in value ? value.default : undefined;
}

/** Translates a value, or several for the edges of a box, by a table. Unknown values are kept. */
function byTable(table: Readonly<Record<string, string>>): ReadValue {
  const translate = (value: unknown): unknown => table[String(value)] ?? value;

  return (given) => {
    const value = unconditional(given);
    if (Array.isArray(value)) return value.map(translate).join(' ');
    return value === undefined ? undefined : translate(value);
  };
}

function trackSize(track: unknown): string {
  if (typeof track === 'number') return `${track}px`;
  return track === 'fill' ? '1fr' : String(track);
}

/** Finds the type of text by `accessibilityRole` and `emphasis`. */
export function textType({
  accessibilityRole,
  emphasis,
}: Readonly<Record<string, unknown>>): string | undefined {
  return TEXT_TYPES[String(accessibilityRole)] ?? TEXT_TYPES[String(emphasis)];
}

/** Finds the size of text. Elements have only one smaller size, and no larger ones. */
export function textSize({size: given}: Readonly<Record<string, unknown>>): string | undefined {
  return given === 'extraSmall' || given === 'small' ? 'small' : undefined;
}

/** Translates a selection of days to the value of a date picker: one day, a list of days, or a range. */
export function dateValue(selected: unknown): string | undefined {
  if (Array.isArray(selected)) return selected.join(',');
  if (typeof selected === 'object' && selected !== null) {
    const {start = '', end} = selected as {start?: string; end?: string};
    return end === undefined ? start : `${start}--${end}`;
  }
  return selected === undefined ? undefined : String(selected);
}

/** Translates the element's value back to the same kind of selection. */
export function dateSelection(value: string, before: unknown): unknown {
  if (Array.isArray(before)) return value === '' ? [] : value.split(',');
  if (typeof before !== 'object' || before === null) return value;
  const [start, end] = value.split('--');
  return end === undefined ? {start} : {start, end};
}

export function dateType(selected: unknown): string {
  if (Array.isArray(selected)) return 'multiple';
  return typeof selected === 'object' && selected !== null ? 'range' : 'single';
}

function openRange(range: {start?: string; end?: string}): string {
  return `${range.start ?? ''}--${range.end ?? ''}`;
}
