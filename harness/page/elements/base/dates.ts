/** Days are `YYYY-MM-DD` and months `YYYY-MM`, without any time zone. */
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const DAY_RULES = ['allow', 'allowDays', 'disallow', 'disallowDays'] as const;

/** Reads a day. Returns undefined for a string that is not one, such as 2021-02-31. */
export function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month}-${day}`;
  return isoOf(utc(written)) === written ? written : undefined;
}

/** Reads the days of a value, by the type of selection. */
export function daysOf(value: string, type: 'single' | 'multiple' | 'range'): readonly string[] {
  const separator = {single: null, multiple: ',', range: '--'}[type];
  const parts = separator === null ? [value] : value.split(separator);
  return parts.map(dayOf).filter((day) => day !== undefined);
}

/** The properties of a date element that say which days may be chosen. */
export type DayRules = Readonly<Record<(typeof DAY_RULES)[number], string>>;

/** Reads the rules of an element from its properties. */
export function dayRulesOf(textOf: (property: string) => string): DayRules {
  return Object.fromEntries(DAY_RULES.map((name) => [name, textOf(name)])) as DayRules;
}

/** Whether the rules let a day be chosen. */
export function isAllowed(day: string, rules: DayRules): boolean {
  const weekday = WEEKDAYS[utc(day).getUTCDay()] ?? '';
  if (rules.allow.trim() !== '' && !inRanges(day, rules.allow)) return false;
  if (rules.disallow.trim() !== '' && inRanges(day, rules.disallow)) return false;
  if (rules.allowDays.trim() !== '' && !names(rules.allowDays, weekday)) return false;
  return rules.disallowDays.trim() === '' || !names(rules.disallowDays, weekday);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Returns the first of these strings that is a month, or else the current month. */
export function firstMonth(...texts: readonly string[]): string {
  return texts.find((text) => dayOf(`${text}-01`) !== undefined) ?? thisMonth();
}

export function addMonths(month: string, count: number): string {
  const date = utc(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return monthOf(isoOf(date));
}

export function addDays(day: string, count: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + count);
  return isoOf(date);
}

/** Lists the days of a month, and the weekday of the first one (0 is Sunday). */
export function monthDays(month: string): {readonly days: readonly string[]; readonly startsOn: number} {
  const days: string[] = [];
  for (let day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  return {days, startsOn: utc(`${month}-01`).getUTCDay()};
}

export function formatDay(day: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'}).format(utc(day));
}

/** Returns the language of the page at this element. */
export function languageOf(element: Element): string {
  const given = element.closest('[lang]')?.getAttribute('lang') ?? '';
  try {
    return Intl.getCanonicalLocales(given)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function thisMonth(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
}

/**
 * Whether a list of days, months, years and ranges holds a day. Ranges may be open; a month or year means all
 * its days.
 */
function inRanges(day: string, list: string): boolean {
  return list.split(',').some((entry) => {
    const [start = '', end = start] = entry.split('--').map((part) => part.trim());
    return (
      (start === '' || day >= start.padEnd(10, '-01-01'.slice(start.length - 4))) &&
      (end === '' || day <= `${end}￿`)
    );
  });
}

/** Whether a list names a weekday; three letters are enough. */
function names(list: string, weekday: string): boolean {
  return list
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .some((part) => part.length >= 3 && weekday.startsWith(part));
}

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function isoOf(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
