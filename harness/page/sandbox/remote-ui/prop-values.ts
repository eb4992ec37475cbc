/** What the values of older props are called on the elements. */

export type ReadValue = (value: unknown) => unknown;

/** Of `Style.default(…).when(…)` the default: the page's containers are not those that its conditions name. */
export function unconditional(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'conditionals' in value
    ? 'default' in value
      ? value.default
      : undefined
    : value;
}

/** Reads a value, or several for the edges of a box, by a table; what it does not know stays. */
function byTable(table: Readonly<Record<string, string>>): ReadValue {
  const one = (value: unknown): unknown => table[String(value)] ?? value;
  return (given) => {
    const value = unconditional(given);
    return Array.isArray(value) ? value.map(one).join(' ') : value === undefined ? undefined : one(value);
  };
}

export const space: ReadValue = byTable({
  extraTight: 'small-400',
  tight: 'small-200',
  loose: 'large-200',
  extraLoose: 'large-500',
});

export const radius: ReadValue = byTable({tight: 'small', loose: 'large', fullyRounded: 'max'});

export const borderWidth: ReadValue = byTable({medium: 'large', thick: 'large-100'});

/** Of a pair, an element and its role, the role. */
export const areaRole: ReadValue = (given) => AREA_ROLES(Array.isArray(given) ? given.at(-1) : given);

const AREA_ROLES = byTable({
  complementary: 'aside',
  listItem: 'list-item',
  orderedList: 'ordered-list',
  unorderedList: 'unordered-list',
});

export const border: ReadValue = (given) => {
  const value = unconditional(given);
  const [style] = Array.isArray(value) ? (value as unknown[]) : [value];
  return style === undefined || style === 'none' || style === 'base' ? style : `base base ${String(style)}`;
};

/** Numbers are pixels. */
export const length: ReadValue = (given) => {
  const value = unconditional(given);
  return typeof value === 'number' ? `${value}px` : value === 'fill' ? '100%' : value;
};

/** Columns or rows of a grid. */
export const tracks: ReadValue = (given) => {
  const value = unconditional(given);
  if (value === undefined) return undefined;
  const one = (track: unknown): string =>
    typeof track === 'number' ? `${track}px` : track === 'fill' ? '1fr' : String(track);
  return (Array.isArray(value) ? (value as unknown[]) : [value]).map(one).join(' ');
};

export const alignment: ReadValue = (given) => unconditional(given);

export const span: ReadValue = (given) =>
  unconditional(given) === undefined ? undefined : `span ${String(unconditional(given))}`;

/** `Appearance` and `Tone`. */
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

/** `{field: 'given-name', group: 'shipping'}` */
export const autocomplete: ReadValue = (value) => {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value !== 'object' || value === null) return value;
  const {group, field} = value as {group?: string; field?: string};
  return [group, field].filter((part) => part !== undefined).join(' ');
};

/** What a text is, by `accessibilityRole` and `emphasis`. */
export function textType({
  accessibilityRole,
  emphasis,
}: Readonly<Record<string, unknown>>): string | undefined {
  return TEXT_TYPES[String(accessibilityRole)] ?? TEXT_TYPES[String(emphasis)];
}

/** Elements have no larger text. */
export function textSize({size: given}: Readonly<Record<string, unknown>>): string | undefined {
  return given === 'extraSmall' || given === 'small' ? 'small' : undefined;
}

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

/** The value of a date picker: one day, a list of days, or a range. */
export function dateValue(selected: unknown): string | undefined {
  if (Array.isArray(selected)) return selected.join(',');
  if (typeof selected === 'object' && selected !== null) {
    const {start = '', end} = selected as {start?: string; end?: string};
    return end === undefined ? start : `${start}--${end}`;
  }
  return selected === undefined ? undefined : String(selected);
}

/** The same kind of selection, made of the element's value. */
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

export const month: ReadValue = (value) => {
  if (typeof value !== 'object' || value === null) return value;
  const {year, month: number} = value as {year: number; month: number};
  return `${year}-${String(number).padStart(2, '0')}`;
};

/** Days, ranges and weekdays of `disabled` that are no days to choose. */
export const disallow: ReadValue = (value) =>
  Array.isArray(value)
    ? value
        .filter((entry) => !WEEKDAY.test(String(entry)))
        .map((entry: unknown) =>
          typeof entry === 'object' && entry !== null ? openRange(entry) : String(entry),
        )
        .join(',')
    : undefined;

export const disallowDays: ReadValue = (value) =>
  Array.isArray(value)
    ? value
        .filter((entry) => WEEKDAY.test(String(entry)))
        .map((day) => String(day).toLowerCase())
        .join(',')
    : undefined;

const WEEKDAY = /^(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day$/;

function openRange(range: {start?: string; end?: string}): string {
  return `${range.start ?? ''}--${range.end ?? ''}`;
}
