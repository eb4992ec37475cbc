import {situation} from './store.ts';

/** Writes a time of day in the time zone of the page: `09:47:16`. */
export function timeOfDay(at: number): string {
  return formatIn(zone(), TIME).format(at);
}

/** Writes the date in the time zone of the page, and names the zone: `Thursday, December 31, 2026, America/New_York`. */
export function dateWords(at: number): string {
  return `${formatIn(zone(), DATE).format(at)}, ${zone()}`;
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

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string, options: typeof TIME | typeof DATE): Intl.DateTimeFormat {
  const key = `${timeZone} ${Object.keys(options).length}`;
  const known = formats.get(key);
  if (known !== undefined) return known;

  const format = new Intl.DateTimeFormat('en', {...options, timeZone});
  formats.set(key, format);
  return format;
}
