// Compares the table of aims with the benchmarks that measure them.
import {readFile, readdir} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {AIMS, aimTable} from '../e2e/bench/aims.ts';

const BENCH = new URL('../e2e/bench/', import.meta.url);

test('each benchmark records the aims that name it, and no others', async () => {
  const files = (await readdir(BENCH)).filter((name) => name.endsWith('.bench.ts'));

  for (const file of files) {
    const code = await readFile(new URL(file, BENCH), 'utf8');
    const recorded = [...code.matchAll(/recordAim\(\s*(?:'(\w+)'|`(\w+) \$\{version\}`)/g)].flatMap(
      ([, id, prefix]) => (id === undefined ? idsWith(prefix) : [id]),
    );
    const named = Object.keys(AIMS).filter((id) => `${AIMS[id].bench}.bench.ts` === file);
    expect([...new Set(recorded)].toSorted(), file).toEqual(named.toSorted());
  }
});

test('a table shows each aim as met, not met, or with its command', () => {
  const lines = aimTable({
    wholeTest: [1.8],
    firstTest: [1.2, 1.95],
    serveTokens: [4, 2.4],
    simulationHandles: [0],
  }).split('\n');
  const lineOf = (id) => lines.find((line) => line.includes(AIMS[id].name)) ?? '';

  expect(lines).toHaveLength(Object.keys(AIMS).length + 1);
  expect(lineOf('wholeTest')).toMatch(/ 1\.80 times +at most 1\.80 times +×1\.00 +met$/);
  expect(lineOf('firstTest')).toMatch(/ 1\.95 times +at most 1\.30 times +×1\.50 +NOT MET$/);
  expect(lineOf('serveTokens')).toMatch(/ 2\.40 times +at least 3 times +×0\.80 +NOT MET$/);
  expect(lineOf('simulationHandles')).toMatch(/ 0 +at most 0 +met$/);
  expect(lineOf('suiteFailures')).toMatch(/ at most 0 +run by npm run bench -- scale-suite$/);
});

function idsWith(prefix) {
  return Object.keys(AIMS).filter((id) => id.startsWith(`${prefix} `));
}
