import {spawn} from 'node:child_process';
import {mkdir, readFile, readdir, rm, symlink, writeFile} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {expect, test as base} from '@playwright/test';
import {buildMini} from './build.ts';

const VITE = resolve('node_modules/vite');
const PROGRAM = new URL('../../../dist/node/mini/vite-build.js', import.meta.url);

const MAIN = `import './main.css';
  import {points} from 'points';
  import {linked} from 'linked';
  console.log(points, linked, import.meta.env.VITE_TITLE, __BADGE__, import.meta.glob('./pages/*.js', {eager: true}));`;

const test = base.extend<object, {builtMini: string}>({
  /** The folder of a Mini that is built. Its edits stay for the tests that follow in the worker. */
  builtMini: [
    async ({}, use, {project, workerIndex}) => {
      const dir = await writeMini(join(project.outputDir, `built-mini-${workerIndex}`, 'mini'));
      expect((await build(dir)).isNew).toBe(true);
      await use(dir);
    },
    {scope: 'worker', timeout: 60_000},
  ],
});

async function miniFolder(): Promise<string> {
  return writeMini(test.info().outputPath('mini'));
}

/** Writes a Mini whose folder is that of its whole project, and a linked package next to it. */
async function writeMini(dir: string): Promise<string> {
  await writeFiles(dir, {
    'index.html': '<!doctype html><script type="module" src="/src/main.js"></script>',
    'src/main.js': MAIN,
    'src/main.css': '@import "./part.css"; @import "linked/theme.css"; h1 { color: red; }',
    'src/part.css': 'h2 { color: red; }',
    'src/pages/one.js': 'export default 1;',
    'public/logo.svg': '<svg/>',
    'vite.config.js': `import {badge} from './badge.js'; const {MINI_BADGE} = process.env; export default {define: {__BADGE__: JSON.stringify(badge + MINI_BADGE)}};`,
    'badge.js': `export const badge = 'gold';`,
    'node_modules/points/package.json': '{"name": "points", "version": "1.0.0", "main": "index.js"}',
    'node_modules/points/index.js': 'export const points = 1;',
    '../linked/package.json': '{"name": "linked", "version": "1.0.0", "type": "module", "main": "index.js"}',
    '../linked/index.js': 'export const linked = 1;',
    '../linked/theme.css': 'h3 { color: red; }',
  });

  await symlink('../../linked', join(dir, 'node_modules/linked'));
  return dir;
}

async function writeFiles(dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), {recursive: true});
    await writeFile(join(dir, name), content);
  }
}

/** Builds, and tells whether Vite ran. */
async function build(dir: string): Promise<{text: string; isNew: boolean}> {
  const built = await buildMini(dir, PROGRAM);
  const mark = join(built, 'seen');
  const isNew = await readFile(mark).then(
    () => false,
    () => true,
  );

  await writeFile(mark, '');
  const assets = await readdir(join(built, 'assets'));
  const texts = await Promise.all(assets.map((name) => readFile(join(built, 'assets', name), 'utf8')));

  return {text: texts.join('\n'), isNew};
}

const EDITS: Record<string, Record<string, string>> = {
  'a source': {'src/main.js': `${MAIN}\nconsole.log(2);`},
  'a part of a style sheet': {'src/part.css': 'h2 { color: blue; }'},
  'a new file that a pattern imports': {'src/pages/two.js': 'export default 2;'},
  'a linked package': {'../linked/index.js': 'export const linked = 2;'},
  'a style sheet of a linked package': {'../linked/theme.css': 'h3 { color: blue; }'},
  'another version of a package, where no lock file says so': {
    'node_modules/points/package.json': '{"name": "points", "version": "2.0.0", "main": "index.js"}',
    'node_modules/points/index.js': 'export const points = 2;',
  },
  'what the configuration imports': {'badge.js': `export const badge = 'silver';`},
  'a file of variables that comes later': {'.env.production': 'VITE_TITLE=Points'},
  'a file that is copied': {'public/logo.svg': '<svg></svg>'},
};

for (const [what, files] of Object.entries(EDITS)) {
  test(`${what} rebuilds the Mini, and nothing else does`, async ({builtMini}) => {
    expect((await build(builtMini)).isNew).toBe(false);
    await writeFiles(builtMini, files);
    expect((await build(builtMini)).isNew).toBe(true);
    expect((await build(builtMini)).isNew).toBe(false);
  });
}

test('a variable that the Mini or its configuration reads rebuilds it', async () => {
  const dir = await miniFolder();
  await build(dir);

  for (const name of ['VITE_TITLE', 'MINI_BADGE']) {
    process.env[name] = 'mine';
    try {
      const {text, isNew} = await build(dir);
      expect([isNew, text.includes('mine')]).toEqual([true, true]);
    } finally {
      delete process.env[name];
    }
    // What was built before is there still.
    expect((await build(dir)).isNew).toBe(false);
  }
});

test('files that tests write next to the sources cause no build, whether they stay or go', async () => {
  const dir = await miniFolder();
  await writeFiles(dir, {'test-results/first/trace.txt': '1', 'results.xml': '<a/>'});
  await build(dir);
  await rm(join(dir, 'test-results'), {recursive: true});
  await writeFiles(dir, {
    'test-results/second/trace.txt': '2',
    'playwright-report/index.html': '<p>',
    'results.xml': '<b/>',
  });

  await symlink('nowhere', join(dir, 'test-results/gone'));
  expect((await build(dir)).isNew).toBe(false);
});

test('Minis that are asked for at the same time are built once', async () => {
  const dir = await miniFolder();
  const folders = await Promise.all([
    buildMini(dir, PROGRAM),
    buildMini(dir, PROGRAM),
    buildMini(dir, PROGRAM),
  ]);

  expect(new Set(folders).size).toBe(1);
});

const PLUGIN_OF_SDK = 'node_modules/@shopify/shop-minis-react/node_modules';
const MARKING = `const transform = (code, id) => (id.endsWith('main.js') ? 'console.log("NAME");' + code : null);
export default () => ({name: 'marking', transform});`;

test('a Mini gets the plugins of its SDK that its configuration lacks', async () => {
  const dir = await miniFolder();
  await rm(join(dir, 'vite.config.js'));
  await writeFiles(dir, {
    'src/main.js': 'console.log(1);',
    'node_modules/@shopify/shop-minis-react/package.json': '{"name": "@shopify/shop-minis-react"}',
    [`${PLUGIN_OF_SDK}/@vitejs/plugin-react/package.json`]:
      '{"type": "module", "exports": {".": {"types": "./index.d.ts", "import": {"default": "./react.js"}}}}',
    [`${PLUGIN_OF_SDK}/@vitejs/plugin-react/react.js`]: MARKING.replace('NAME', 'by React'),
    [`${PLUGIN_OF_SDK}/@tailwindcss/vite/package.json`]: '{"type": "module", "main": "tailwind.js"}',
    [`${PLUGIN_OF_SDK}/@tailwindcss/vite/tailwind.js`]: MARKING.replace('NAME', 'by Tailwind'),
  });

  const {text} = await build(dir);
  expect(text).toContain('by React');
  expect(text).toContain('by Tailwind');

  await writeFiles(dir, {'vite.config.js': "export default {plugins: [[{name: 'vite:react-babel'}]]};"});
  const own = await build(dir);
  expect(own.isNew).toBe(true);
  expect(['by React', 'by Tailwind'].map((mark) => own.text.includes(mark))).toEqual([false, true]);
});

test('an error of the build is told with what Vite says', async () => {
  const dir = await miniFolder();
  await writeFiles(dir, {'src/main.js': 'import "./nowhere.js";'});
  await expect(buildMini(dir, PROGRAM)).rejects.toThrow(/does not build\.\n[^]*nowhere\.js/);
});

/** Runs a build that ends with an error of the file system. Returns the error of simhost. */
async function failedBuild(script: string): Promise<unknown> {
  const dir = await miniFolder();
  const program = join(dir, 'failing.mjs');
  await writeFile(program, `const [, , , out] = process.argv; console.error(${script}); process.exit(1);`);
  return buildMini(dir, pathToFileURL(program)).catch((thrown: unknown) => thrown);
}

for (const [what, script] of [
  ['a full disk', "'Error: ENOSPC: no space left on device, write'"],
  ['a folder without permission', "`Error: EACCES: permission denied, mkdir '${out}'`"],
] as const)
  test(`a build that fails by ${what} names the folder of the build`, async () => {
    expect(await failedBuild(script)).toMatchObject({
      code: 'ERR_MINI_BUILD',
      next: expect.stringMatching(/^The build is written to \S+[\\/]simhost\. Free space there/),
    });
  });

for (const line of [
  "EACCES: permission denied, open '/app/src/secret.js'",
  "ENOSPC: System limit for number of file watchers reached, watch '/app'",
])
  test(`a build that fails by "${line}" does not blame the folder of the build`, async () => {
    expect(await failedBuild(JSON.stringify(line))).toMatchObject({
      code: 'ERR_MINI_BUILD',
      next: 'Run "npx vite build" there.',
    });
  });

test('a build ends with the process that started it, and leaves no draft', async () => {
  const dir = await miniFolder();
  await writeFiles(dir, {
    'vite.config.js': `import {writeFileSync, mkdirSync} from 'node:fs';
      mkdirSync('draft');
      writeFileSync('begun', String(process.pid));
      setInterval(() => {}, 1000);
      await new Promise(() => {});`,
  });
  const source = `require('child_process').fork(...${JSON.stringify([fileURLToPath(PROGRAM), [VITE, join(dir, 'draft')]])});`;
  const parent = spawn(process.execPath, ['-e', source], {cwd: dir, stdio: 'ignore'});
  await expect.poll(() => readFile(join(dir, 'begun'), 'utf8').catch(() => '')).toMatch(/\d/);
  const pid = Number(await readFile(join(dir, 'begun'), 'utf8'));

  try {
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid)).toBe(false);
    expect(await readdir(dir)).not.toContain('draft');
  } finally {
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  }
});

test('a build that is ended says by which signal', async () => {
  const ended = test.info().outputPath('ended.mjs');
  await writeFile(ended, `process.kill(process.pid, 'SIGKILL');`);

  await expect(buildMini(await miniFolder(), pathToFileURL(ended))).rejects.toThrow(
    'does not build.\nIts build was ended by SIGKILL.',
  );
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
