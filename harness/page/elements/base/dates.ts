/** Days as `YYYY-MM-DD`, months as `YYYY-MM`, and which days may be chosen; no time zone anywhere. */

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day of a text, if there is such a day: not 2021-02-31. */
export function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month}-${day}`;
  return isoOf(utc(written)) === written ? written : undefined;
}

/** The days of a value, as the type of selection reads it. */
export function daysOf(value: string, type: 'single' | 'multiple' | 'range'): readonly string[] {
  const parts = type === 'range' ? value.split('--') : type === 'multiple' ? value.split(',') : [value];
  return parts.map(dayOf).filter((day) => day !== undefined);
}

export function isAllowed(
  day: string,
  rules: Readonly<Record<'allow' | 'allowDays' | 'disallow' | 'disallowDays', string>>,
): boolean {
  const weekday = WEEKDAYS[utc(day).getUTCDay()] ?? '';
  if (rules.allow.trim() !== '' && !inRanges(day, rules.allow)) return false;
  if (rules.disallow.trim() !== '' && inRanges(day, rules.disallow)) return false;
  if (rules.allowDays.trim() !== '' && !named(weekday, rules.allowDays)) return false;
  return rules.disallowDays.trim() === '' || !named(weekday, rules.disallowDays);
}

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The first of these texts that is a month, else the current one. */
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

/** The days of a month, and on which weekday the first one falls (0 is Sunday). */
export function monthDays(month: string): {readonly days: readonly string[]; readonly startsOn: number} {
  const days: string[] = [];
  for (let day = `${month}-01`; monthOf(day) === month; day = addDays(day, 1)) days.push(day);
  return {days, startsOn: utc(`${month}-01`).getUTCDay()};
}

export function formatDay(day: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'}).format(utc(day));
}

/** The language that the page has where this element stands. */
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

/** A list of days, months, years and ranges with open ends, each part read at its widest. */
function inRanges(day: string, list: string): boolean {
  return list.split(',').some((entry) => {
    const [start = '', end = start] = entry.split('--').map((part) => part.trim());
    return (
      (start === '' || day >= start.padEnd(10, '-01-01'.slice(start.length - 4))) &&
      (end === '' || day <= `${end}￿`)
    );
  });
}

function named(weekday: string, list: string): boolean {
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
