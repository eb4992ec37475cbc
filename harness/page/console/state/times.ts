import {situation} from './store.ts';

/** Writes a time of day in the time zone of the page: `09:47:16`. */
export function timeOfDay(at: number): string {
  return formatIn(zone(), TIME, times).format(at);
}

/** Writes the date in the time zone of the page, and names the zone: `Thursday, December 31, 2026, America/New_York`. */
export function dateWords(at: number): string {
  return `${formatIn(zone(), DATE, dates).format(at)}, ${zone()}`;
}

/** Writes real milliseconds: `12 ms`, `1.4 s`. */
export function tookWords(ms: number | null): string {
  if (ms === null) return '';
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

const TIME = {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'} as const;
const DATE = {dateStyle: 'full'} as const;

function zone(): string {
  return situation.value?.timezone ?? 'UTC';
}

/** The formats of each time zone. */
type Formats = Map<string, Intl.DateTimeFormat>;

const times: Formats = new Map();
const dates: Formats = new Map();

function formatIn(
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
  formats: Formats,
): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;

  const format = new Intl.DateTimeFormat('en', {...options, timeZone});
  formats.set(timeZone, format);
  return format;
}
