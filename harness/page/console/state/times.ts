import {situation} from './store.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes a time of day in the time zone of the page: `09:47:16`. */
export function timeOfDay(at: number): string {
  return formatIn(situation.value?.timezone ?? 'UTC').format(at);
}

/** Writes real milliseconds: `12 ms`, `1.4 s`. */
export function tookWords(ms: number | null): string {
  if (ms === null) return '';
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;

  const options = {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'} as const;
  const format = new Intl.DateTimeFormat('en-GB', {...options, timeZone});
  formats.set(timeZone, format);
  return format;
}
