import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {promisify} from 'node:util';
import {gzipSync} from 'node:zlib';
import {test} from 'simhost/playwright';
import {roundsOf} from './figures.ts';
import {report} from './measure.ts';

/** Milliseconds of processor time of one process. */
interface Times {
  /** A request without a query, which loads what every request needs. */
  readonly refused: number;
  /** The first query, which loads graphql-js and the schema. */
  readonly first: number;
  /** The second query, of other types. */
  readonly other: number;
  /** The median of the queries after that. */
  readonly later: number;
}

const ROUNDS = roundsOf(15);

/** The entry of another build to compare with, such as that of an earlier commit. */
const BASELINE = process.env['SIMHOST_BASELINE'];

const ENTRIES: Readonly<Record<string, string>> = {
  ...(BASELINE === undefined ? {} : {'of the baseline': BASELINE}),
  'of this build': 'dist/index.js',
};

/** The files that a process loads at its first query of an API, and a page of `simhost/browser` too. */
const CHUNKS = ['storefront.js', 'customer-account.js', 'lazy-schema.js', 'prepare-query.js'];

test('the size of the package and of the lazy chunks', async () => {
  const {stdout} = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']);
  const [packed] = JSON.parse(stdout) as readonly {readonly size: number; readonly unpackedSize: number}[];
  console.log(
    `\nThe package: ${kilobytes(packed?.size)} packed, ${kilobytes(packed?.unpackedSize)} unpacked`,
  );

  for (const chunk of CHUNKS) {
    const code = await readFile(`dist/chunks/${chunk}`);
    console.log(`  ${chunk.padEnd(34)} ${kilobytes(code.length)}, gzip ${kilobytes(gzipSync(code).length)}`);
  }
});

test('the first and later queries of a process', async () => {
  const times = Object.fromEntries(Object.keys(ENTRIES).map((name): [string, Times[]] => [name, []]));

  for (let round = 0; round < ROUNDS; round++)
    for (const [name, entry] of Object.entries(ENTRIES)) times[name]?.push(await timesOf(entry));

  for (const [key, title] of [
    ['refused', 'A request without a query'],
    ['first', 'The first query of a process'],
    ['other', 'The second query, of other types'],
    ['later', 'A later query'],
  ] as const) {
    const rows = Object.entries(times).map(([name, all]): [string, number[]] => [
      name,
      all.map((each) => each[key]),
    ]);
    console.log(report(title, Object.fromEntries(rows)));
  }
});

function kilobytes(bytes = NaN): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

async function timesOf(entry: string): Promise<Times> {
  const script = `${import.meta.dirname}/first-query.mjs`;
  const {stdout} = await promisify(execFile)(process.execPath, [script, entry]);
  return JSON.parse(stdout) as Times;
}
