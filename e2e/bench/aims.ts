/** The most or the least that a measured value may be. */
export interface Aim {
  readonly name: string;
  readonly unit: string;
  readonly bound: {readonly most: number} | {readonly least: number};
  /** The file that measures it, without `.bench.ts`. */
  readonly bench: string;
}

/** All aims of the benchmarks. Reports list them in this order. */
export const AIMS = {
  wholeTest: {
    name: 'whole test with a host, to an empty page',
    unit: 'times',
    bound: {most: 1.8},
    bench: 'whole',
  },
  firstTest: {
    name: 'first test of a worker, to that of Playwright',
    unit: 'times',
    bound: {most: 1.3},
    bench: 'first',
  },
  'mount 2023-04': mountAim('2023-04'),
  'mount 2023-07': mountAim('2023-07'),
  'mount 2025-07': mountAim('2025-07'),
  'mount 2026-07': mountAim('2026-07'),
  gatewayRequest: {
    name: 'GET through the gateway, to a direct one',
    unit: 'times',
    bound: {most: 1.15},
    bench: 'mount',
  },
  freshToken: {
    name: 'fresh token, to the bare fetch',
    unit: 'times',
    bound: {most: 1.1},
    bench: 'mount',
  },
  appFirstLoad: {
    name: 'first load of an app in the admin, to the app alone',
    unit: 'times',
    bound: {most: 1.5},
    bench: 'app',
  },
  slowAudit: {
    name: 'audit of a slow backend, to what concurrency allows',
    unit: 'times',
    bound: {most: 2},
    bench: 'audit',
  },

  consolePixels: consoleAim('event to pixels, p95', 'ms', 100),
  consoleRows: consoleAim('rows drawn, at most, of 10,000 requests', 'rows', 80),
  consoleFilterKey: consoleAim('a key of the filter over 2,000 rows, p95', 'ms', 4),
  consoleHeap: consoleAim('heap at 10,000 requests, beyond that at 2,000', 'MB', 2),
  consoleQuiet: consoleAim('timers, frames and changes while folded, quiet', '', 0),
  consoleBusy: consoleAim('the same during 500 requests', '', 0),
  consoleMount: consoleAim('mount over that of a bare frame, to its noise', 'times', 1),

  serveTokens: {
    name: 'tokens of serve, to oauth2-mock-server',
    unit: 'times',
    bound: {least: 3},
    bench: 'scale-serve',
  },
  serveQueries: {
    name: 'queries of serve, to the adapter of MSW',
    unit: 'times',
    bound: {least: 1},
    bench: 'scale-serve',
  },
  serveFailed: {
    name: 'requests that failed under load',
    unit: '',
    bound: {most: 0},
    bench: 'scale-serve',
  },

  simulationTime: simulationAim('processor time to create a simulation', 'ms', 5),
  simulationMemory: simulationAim('memory of a simulation', 'kB', 100),
  simulationTokenMemory: simulationAim('memory of a simulation with a token', 'kB', 110),
  simulationLeft: simulationAim('memory that each simulation leaves', 'kB', 1),
  simulationHandles: simulationAim('handles that simulations leave', '', 0),
  simulationTokens: simulationAim('tokens that are repeated, or for another app', '', 0),

  suiteFailures: suiteAim('tests of a large run that fail or are missing', '', 0),
  suiteLinear: suiteAim('duration, to that of one worker by the cores', 'times', 1.25),
  suiteMemory: suiteAim('memory of a worker, last to 50th test', 'times', 1.2),
  suiteProcesses: suiteAim('processes that a large run leaves', '', 0),
  suiteFiles: suiteAim('temporary files that a large run leaves', '', 0),
} as const satisfies Record<string, Aim>;

export type AimId = keyof typeof AIMS;

/** The values that a run measured, by the ids of their aims. One aim can have several values. */
export type Measured = Readonly<Partial<Record<AimId, readonly number[]>>>;

/**
 * A table of all aims: the figure, the aim, the ratio of the two, and "met" or "NOT MET". An aim with several values has
 * the worst of them. An aim without a value has the command that measures it.
 */
export function aimTable(measured: Measured): string {
  const rows = Object.entries(AIMS).map(([id, aim]) => rowOf(aim, measured[id as AimId] ?? []));
  return tableOf([['aim', 'figure', 'bound', 'ratio', 'verdict'], ...rows]);
}

function rowOf(aim: Aim, values: readonly number[]): readonly string[] {
  const {name, unit, bound} = aim;
  const [word, limit] = 'most' in bound ? ['at most', bound.most] : ['at least', bound.least];
  const shownLimit = `${word} ${number(limit)} ${unit}`.trim();
  if (values.length === 0) return [name, '', shownLimit, '', `run by ${commandOf(aim)}`];

  const value = 'most' in bound ? Math.max(...values) : Math.min(...values);
  const isMet = 'most' in bound ? value <= limit : value >= limit;
  const ratio = limit === 0 ? '' : `×${(value / limit).toFixed(2)}`;
  return [name, `${number(value)} ${unit}`.trim(), shownLimit, ratio, isMet ? 'met' : 'NOT MET'];
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `  ${line.trimEnd()}`).join('\n');
}

function commandOf({bench}: Aim): string {
  return `npm run bench -- ${bench}`;
}

function mountAim(version: string): Aim {
  return {
    name: `mount of ${version}, to a bare worker`,
    unit: 'times',
    bound: {most: 1.15},
    bench: 'generations',
  };
}

function consoleAim(name: string, unit: string, most: number): Aim {
  return {name: `console: ${name}`, unit, bound: {most}, bench: 'console'};
}

function simulationAim(name: string, unit: string, most: number): Aim {
  return {name, unit, bound: {most}, bench: 'scale-simulations'};
}

function suiteAim(name: string, unit: string, most: number): Aim {
  return {name, unit, bound: {most}, bench: 'scale-suite'};
}

/** A number with at most two decimals. */
export function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
