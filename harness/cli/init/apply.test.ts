import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {apply, printChanges} from './apply.ts';
import {defaultChoices} from './choices.ts';
import {findProject} from './found-project.ts';
import {extension, inProject, playwrightThatTakes, withBrowser} from './written-project.fixture.ts';

const APP = {
  'package.json': {name: 'app', private: true},
  ...extension('loyalty', ['customer-account.order-status.block.render']),
};

/** Reads all files of a folder. */
async function contentOf(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, {recursive: true, withFileTypes: true});
  const paths = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(root.length + 1), await readFile(path, 'utf8')]),
  );
  return Object.fromEntries(texts) as Record<string, string>;
}

/** Runs init with a command for the installation, and returns what it printed and threw. */
async function initWith(
  root: string,
  install: string,
): Promise<{readonly printed: string; readonly error: unknown}> {
  const printed: string[] = [];
  const found = await findProject(root);
  const manager = {...found.manager, install, execute: 'node -e 0 --'};
  const choices = defaultChoices(found, {installs: true});
  const error: unknown = await apply({...found, manager}, choices, {
    print: (text) => printed.push(text),
  }).catch((thrown: unknown) => thrown);
  return {printed: printed.join('\n'), error};
}

/** A command that leaves what an installation leaves, and ends with a status. */
const installing = (status: number): string =>
  `node -e "const fs = require('fs'); fs.writeFileSync('package-lock.json', ''); fs.mkdirSync('node_modules'); process.exit(${String(status)})"`;

/** Runs init without an installation, and returns what it printed. */
async function init(root: string): Promise<string> {
  const printed: string[] = [];
  const found = await findProject(root);
  await apply(found, defaultChoices(found, {installs: false}), {print: (text) => printed.push(text)});
  return printed.join('\n');
}

test('a dry run prints the diff and changes nothing', async () => {
  await inProject(APP, async (root) => {
    const before = await contentOf(root);
    const printed: string[] = [];
    const found = await findProject(root);
    printChanges(found, defaultChoices(found, {installs: true}), (text) => printed.push(text));

    expect(await contentOf(root)).toEqual(before);
    expect(printed.join('\n')).toContain('+++ b/tests/loyalty.spec.js');
    expect(printed.join('\n')).toContain('Commands: npm install');
  });
});

test('a run writes files and says how to undo them, and a second run changes nothing', async () => {
  await inProject(APP, async (root) => {
    const first = await init(root);
    expect(first).toContain(
      'To undo: take the added lines out of package.json; run npm install; ' +
        'delete playwright.config.js, tests/loyalty.spec.js, .github/workflows/simhost.yml, .gitignore.',
    );
    expect(first).toMatch(/Next: npm install.* && npx playwright test$/);

    const written = await contentOf(root);
    expect(Object.keys(written)).toContain('tests/loyalty.spec.js');
    expect(await init(root)).toContain('Nothing was changed');
    expect(await contentOf(root)).toEqual(written);
  });
});

test('a run keeps the files of the author', async () => {
  const own = {'tests/loyalty.spec.js': '// mine\n', '.github/workflows/simhost.yml': 'name: mine\n'};
  await inProject({...APP, ...own}, async (root) => {
    const printed = await init(root);
    expect(await contentOf(root)).toMatchObject(own);
    expect(printed).not.toContain('tests/loyalty.spec.js');
  });
});

test('names the lock file that the installation created among the things to undo', async () => {
  await inProject(APP, async (root) => {
    const {printed} = await initWith(root, installing(0));
    expect(printed).toMatch(/; delete playwright\.config\.js, .*, package-lock\.json\.$/m);
  });
});

test('names node_modules too if there was no package.json', async () => {
  await inProject(extension('loyalty', ['customer-account.order-status.block.render']), async (root) => {
    const {printed} = await initWith(root, installing(0));
    expect(printed).toMatch(/^To undo: delete package\.json, .*, package-lock\.json, node_modules\.$/m);
  });
});

test('says how to undo an installation that failed', async () => {
  await inProject(APP, async (root) => {
    const {printed, error} = await initWith(root, installing(3));
    expect(error).toMatchObject({code: 'ERR_INSTALL_FAILED'});
    expect(printed).toMatch(
      /^To undo: take the added lines out of package\.json; run .*; delete package-lock\.json\.$/m,
    );
  });
});

test('says how to undo the installation if the look at the parts throws', async () => {
  const noFolder = {'node_modules/.cache': 'a file'};
  const {printed, error} = await inProject({...APP, ...playwrightThatTakes(0), ...noFolder}, (root) =>
    withBrowser(() => initWith(root, "node -e \"require('fs').writeFileSync('package-lock.json', '')\"")),
  );
  expect(error).toMatchObject({code: 'ENOTDIR'});
  expect(printed).toMatch(
    /^To undo: take the added lines out of package\.json; run .*; delete package-lock\.json\.$/m,
  );
});

test('names nothing to undo if nothing was done', async () => {
  const files = {...APP, 'package.json': await packageWithSimhost()};
  const {printed, error} = await inProject(files, (root) => initWith(root, 'node -e "process.exit(3)"'));
  expect(error).toMatchObject({code: 'ERR_INSTALL_FAILED'});
  expect(printed).not.toMatch(/undo|Written|\n$/);
});

/** Returns the `package.json` that init leaves. */
async function packageWithSimhost(): Promise<string> {
  return inProject(APP, async (root) => {
    await init(root);
    return readFile(join(root, 'package.json'), 'utf8');
  });
}
