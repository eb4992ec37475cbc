import {drawnNumber} from './drawn-number.ts';

/** The times at which a resource of the shop was created and changed, in ISO 8601. */
export interface ResourceTimes {
  readonly createdAt: string;
  readonly updatedAt: string;
}

const DAY = 86_400_000;

/** Draws the times of a resource: created in the first half of 2025, changed in the second. Orders come later. */
export function timesOf(seed: number, id: string): ResourceTimes {
  const at = (key: string, firstDay: number): string => {
    const day = firstDay + drawnNumber(seed, `${id} ${key}`, {min: 0, max: 179});
    const second = drawnNumber(seed, `${id} ${key} second`, {min: 0, max: 86_399});
    return new Date(Date.UTC(2025, 0, 1) + day * DAY + second * 1000).toISOString();
  };

  return {createdAt: at('created', 0), updatedAt: at('updated', 180)};
}
