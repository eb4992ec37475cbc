import {readFile, readdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from '@playwright/test';

/** A line of the facts of each API, which no other code has. */
const FACTS = ['type AppliedGiftCard\n', 'type AchPaymentDetails'];

for (const entry of ['browser', 'playwright', 'register', 'audit']) {
  test(`simhost/${entry} loads no published schema before the first query`, async () => {
    const loaded = await staticImports(`dist/${entry}/index.js`);
    for (const [file, code] of loaded) expect(hasFacts(code), file).toBe(false);
    expect(loaded.size).toBeGreaterThan(1);
  });
}

test('the schemas are in separate chunks', async () => {
  const chunks = await readAll('dist/chunks');
  expect(
    chunks
      .filter(([, code]) => hasFacts(code))
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(['customer-account.js', 'storefront.js']);
});

test('no page, Mini or sandbox gets a schema', async () => {
  const served = await readAll('dist/served');
  expect(served.length).toBeGreaterThan(3);
  expect(served.filter(([, code]) => hasFacts(code)).map(([name]) => name)).toEqual([]);
});

function hasFacts(code: string): boolean {
  return FACTS.some((fact) => code.includes(fact));
}

/** Reads a file and all files that it imports statically. */
async function staticImports(
  file: string,
  found: Map<string, string> = new Map(),
): Promise<ReadonlyMap<string, string>> {
  if (found.has(file)) return found;

  const code = await readFile(file, 'utf8');
  found.set(file, code);
  for (const [, path = ''] of code.matchAll(/^(?:import|export)\b[^;]*?["'](\.{1,2}\/[^"']+)["'];?$/gm))
    await staticImports(join(dirname(file), path), found);
  return found;
}

async function readAll(folder: string): Promise<readonly (readonly [name: string, code: string])[]> {
  const names = (await readdir(folder, {recursive: true})).filter((name) => name.endsWith('.js'));
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
  );
}
