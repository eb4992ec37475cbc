import {execFile} from 'node:child_process';
import {mkdir, readFile, readdir, symlink, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {codeBlocks} from './code-blocks.ts';

const run = promisify(execFile);

test('every TypeScript example in the docs and docstrings compiles', async ({}, testInfo) => {
  const folder = testInfo.outputPath('examples');
  await mkdir(folder, {recursive: true});
  const pages = [...(await filesBelow('docs', '.md')), 'README.md', ...(await filesBelow('harness', '.ts'))];
  let count = 0;

  for (const page of pages) {
    const blocks = codeBlocks(await readFile(page, 'utf8'), 'ts');
    count += blocks.length;
    for (const [index, code] of modulesOf(blocks).entries()) {
      await writeFile(join(folder, `${page.replaceAll(/[/.]/g, '-')}-${index}.ts`), code);
    }
  }

  expect(count).toBeGreaterThan(8);
  const tsconfig = {
    extends: '../../../tsconfig.json',
    compilerOptions: {lib: ['es2023', 'dom'], isolatedDeclarations: false, declaration: false},
    include: ['.'],
    exclude: [],
  };

  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  await run('node_modules/.bin/tsc', ['-p', folder]).catch(({stdout}: {stdout: string}) => {
    throw new Error(stdout);
  });
});

test('a CommonJS project passes its own handlers to host.use', async ({}, testInfo) => {
  const folder = testInfo.outputPath('commonjs');
  await mkdir(join(folder, 'node_modules'), {recursive: true});
  await symlink(resolve('.'), join(folder, 'node_modules/simhost'));
  await writeFile(join(folder, 'package.json'), '{"type": "commonjs"}');

  const compilerOptions = {
    module: 'nodenext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    lib: ['es2023', 'dom'],
    types: ['node'],
  };

  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions}));
  await writeFile(
    join(folder, 'example.spec.ts'),
    `import {test} from 'simhost/playwright';
import {graphql, http, HttpResponse} from 'msw';
test('example', async ({host, simulation}) => {
  await host.use(graphql.query('Wishlist', () => HttpResponse.json({data: {}})));
  simulation.use(http.get('https://myapp.com/', () => new HttpResponse('')));
  // @ts-expect-error: not a handler
  await host.use({});
});`,
  );

  await run('node_modules/.bin/tsc', ['-p', folder]).catch(({stdout}: {stdout: string}) => {
    throw new Error(stdout);
  });
});

for (const module of ['nodenext', 'preserve'] as const) {
  test(`a config by defineConfig of simhost compiles with module ${module}, and a misspelt option does not`, async ({}, testInfo) => {
    const folder = testInfo.outputPath('config');
    await mkdir(join(folder, 'node_modules'), {recursive: true});
    await symlink(resolve('.'), join(folder, 'node_modules/simhost'));
    await writeFile(join(folder, 'package.json'), '{"type": "module"}');

    const compilerOptions = {
      module,
      strict: true,
      noEmit: true,
      skipLibCheck: module === 'preserve',
      lib: ['es2023', 'dom'],
      types: ['node'],
    };

    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions, include: ['*.ts']}));
    await writeFile(
      join(folder, 'playwright.config.ts'),
      `import {defineConfig} from 'simhost/config';
export default defineConfig({
  timeout: 10_000,
  use: {app: {clientId: 'key', clientSecret: 'secret'}, backends: {'https://myapp.com': {command: 'node server.js'}}, locale: 'fr'},
  projects: [{name: 'guest', use: {customer: null}}],
});
export const own = defineConfig<{mine: number}>({use: {mine: 1, strict: true}});
// @ts-expect-error: misspelt
export const misspelt = defineConfig({use: {backend: {}}});
// @ts-expect-error: misspelt, in a project
export const inProject = defineConfig({projects: [{name: 'guest', use: {custommer: null}}]});
// @ts-expect-error: a wrong value
export const wrong = defineConfig({use: {origin: 'https://myapp.com'}});`,
    );

    await run('node_modules/.bin/tsc', ['-p', folder]).catch(({stdout}: {stdout: string}) => {
      throw new Error(stdout);
    });
  });
}

test('simhost/config loads nothing but Playwright', async () => {
  const {exports} = JSON.parse(await readFile('package.json', 'utf8')) as {
    exports: Record<string, {default: string}>;
  };

  expect(await packagesOf(exports['./config']?.default ?? '')).toEqual(['@playwright/test']);
});

/** Lists the packages that a built script imports, itself or through other built scripts. */
async function packagesOf(script: string): Promise<string[]> {
  const imports = [...(await readFile(script, 'utf8')).matchAll(/^import .*from ['"](.*?)['"]/gm)];
  const names = imports.map(([, name = '']) => name).filter((name) => !name.startsWith('node:'));
  const packages = await Promise.all(
    names.map((name) =>
      name.startsWith('.') ? packagesOf(join(dirname(script), name)) : Promise.resolve([name]),
    ),
  );

  return [...new Set(packages.flat())];
}

test('the tokens of docs/tokens.md are minted as shown', async ({}, testInfo) => {
  const page = await readFile('docs/tokens.md', 'utf8');
  const [library] = codeBlocks(page, 'ts');
  const script = testInfo.outputPath('library.mjs');

  await writeFile(
    script,
    `${library}\nconsole.log(String([token, stale].every((each) => each.split(".").length === 3)));`,
  );

  expect((await run(process.execPath, [script])).stdout).toBe('true\n');

  const [commands] = codeBlocks(page, 'sh');
  const lines = (commands ?? '').trim().split('\n');

  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const {stdout} = await run('sh', [
      '-c',
      line.replace(/^npx simhost /, `${process.execPath} dist/cli/simhost.js `),
    ]);
    expect(stdout, line).toContain('eyJ');
  }
});

test('the script of docs/errors.md prints the message of its error', async ({}, testInfo) => {
  const [script = ''] = codeBlocks(await readFile('docs/errors.md', 'utf8'), 'ts');
  const file = testInfo.outputPath('errors.mjs');
  await writeFile(file, script);
  expect((await run(process.execPath, [file])).stdout).toContain('klingon!');
});

test('the scripts of docs/graphql.md answer as shown', async ({}, testInfo) => {
  const page = await readFile('docs/graphql.md', 'utf8');
  const scripts = codeBlocks(page, 'ts').filter((script) => script.includes("from 'msw/node'"));
  const ends = [
    ['data.products.nodes.length', '2'],
    ['data.collection.title', 'Soldes'],
    ['simulation.checkout.giftCards.map(({lastCharacters}) => lastCharacters)', '0025'],
    ['(await response.json()).data.customerAccessTokenCreate.customerUserErrors.length', '0'],
  ] as const;
  expect(scripts).toHaveLength(ends.length);

  for (const [index, [value, printed]] of ends.entries()) {
    const file = testInfo.outputPath(`script-${index}.mjs`);
    const script = scripts[index]?.replace('\nawait fetch(', '\nconst response = await fetch(');
    await writeFile(file, `${script}\nconsole.log(String(${value}));`);
    expect((await run(process.execPath, [file])).stdout).toBe(`${printed}\n`);
  }
});

async function filesBelow(folder: string, ending: string): Promise<string[]> {
  const files = await readdir(folder, {recursive: true});
  return files
    .filter((file) => file.endsWith(ending) && !/\.(test|fixture)\.ts$|(^|[\\/])node_modules[\\/]/.test(file))
    .map((file) => join(folder, file));
}

/** A fragment goes on where the block with imports before it ended, or else stands in the body of a test. */
function modulesOf(blocks: readonly string[]): string[] {
  const modules: string[] = [];
  for (const code of blocks) {
    const last = modules.at(-1);
    const own = code.match(/^import .*\n/gm) ?? [];
    if (own.length > 0 && /^(?:await )?host\./m.test(code))
      modules.push(inTest(code.replaceAll(/^import .*\n/gm, ''), own.join('')));
    else if (own.length > 0) modules.push(code);
    else if (/^test/m.test(code)) modules.push(`${IMPORTS}${code}`);
    else if (last?.startsWith('import ') && !last.startsWith(IMPORTS) && !/\bhost\./.test(code))
      modules[modules.length - 1] = `${last}\n${code}`;
    else modules.push(inTest(code));
  }

  return modules;
}

function inTest(code: string, imports = ''): string {
  return `${IMPORTS}${imports}test('', async ({host, page, simulation}) => {\nvoid [host, page, simulation, expect];\n${code}\n});\n`;
}

const IMPORTS = `import {test, expect} from 'simhost/playwright';\n`;
