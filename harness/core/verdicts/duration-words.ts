const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes a number of whole seconds in the two largest units: `69 s`, `6 min 9 s`, `2 h`. */
export function inWords(seconds: number): string {
  if (seconds < 2 * MINUTE) return `${seconds} s`;
  if (seconds < HOUR) return twoUnits(seconds, [MINUTE, 'min'], [1, 's']);
  if (seconds < 2 * DAY) return twoUnits(seconds, [HOUR, 'h'], [MINUTE, 'min']);
  return twoUnits(seconds, [DAY, 'days'], [HOUR, 'h']);
}

type Unit = readonly [seconds: number, name: string];

function twoUnits(seconds: number, [large, largeName]: Unit, [small, smallName]: Unit): string {
  const rest = Math.floor((seconds % large) / small);
  const first = `${Math.floor(seconds / large)} ${largeName}`;
  return rest === 0 ? first : `${first} ${rest} ${smallName}`;
}
