import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {apply, printChanges} from './apply.ts';
import {defaultChoices} from './choices.ts';
import {findProject} from './found-project.ts';
import {extension, inProject} from './written-project.fixture.ts';

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

/** Runs init without an installation, and returns what it printed. */
async function init(root: string): Promise<string> {
  const printed: string[] = [];
  const found = await findProject(root);
  await apply(found, defaultChoices(found, {installs: false}), (text) => printed.push(text));
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
      'To undo: delete playwright.config.js, tests/loyalty.spec.js, .github/workflows/simhost.yml, .gitignore; ' +
        'take the added lines out of package.json; run npm install.',
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
