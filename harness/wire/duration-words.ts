const UNITS: readonly (readonly [unit: string, seconds: number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
];

/** Writes a duration with its two largest units: `6 m`, `1 h 30 m`, `69 s`. The sign is left out. */
export function durationWords(milliseconds: number): string {
  let left = Math.round(Math.abs(milliseconds) / 1000);
  // Up to two minutes, seconds alone are easier to compare with a lifetime.
  if (left < 120 && left !== 60) return `${left} s`;

  const parts: string[] = [];
  for (const [unit, seconds] of UNITS) {
    const amount = Math.floor(left / seconds);
    left -= amount * seconds;
    if (amount > 0 && parts.length < 2) parts.push(`${amount} ${unit}`);
  }

  return parts.join(' ');
}

/** Writes a duration as the clock reads it: `6m`, `-1h30m15s`, `250ms`. */
export function durationText(milliseconds: number): string {
  let left = Math.abs(milliseconds) / 1000;
  if (!Number.isInteger(left)) return `${Math.round(milliseconds)}ms`;

  const parts = UNITS.map(([unit, seconds]) => {
    const amount = Math.floor(left / seconds);
    left -= amount * seconds;
    return amount === 0 ? '' : `${amount}${unit}`;
  });
  return `${milliseconds < 0 ? '-' : ''}${parts.join('') || '0s'}`;
}
