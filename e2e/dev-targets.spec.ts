import {readFile, writeFile} from 'node:fs/promises';
import {expect} from '@playwright/test';
import type {TestInfo} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {writeExtension} from './written-extension.ts';

const CHECKOUT = 'purchase.checkout.block.render';
const THANK_YOU = 'purchase.thank-you.block.render';

/** Writes an extension that shows its target, with a second target in the same file. */
function atTwoTargets(testInfo: TestInfo, first = CHECKOUT, second = THANK_YOU): Promise<string> {
  const source = `export default () => document.body.append('At ' + shopify.extension.target);`;
  const toml = `  [[extensions.targeting]]
  module = "./src/Target.js"
  target = "${second}"
`;

  return writeExtension(first, source, testInfo, {toml});
}

test('typed lines list the targets and show each of them, before and after the payment', async ({
  running,
  page,
}, testInfo) => {
  const folder = await atTwoTargets(testInfo);
  await page.goto(await running.start(['dev', folder, '--target', CHECKOUT]));
  await expect(page.getByText(`At ${CHECKOUT}`)).toBeVisible();

  running.type('target');
  await running.line(`  * ${CHECKOUT} (At a target)`);
  await running.line(`    ${THANK_YOU} (At a target)`);

  for (const target of [THANK_YOU, CHECKOUT, THANK_YOU]) {
    running.type(`target ${target}`);
    await expect(page.getByText(`At ${target}`)).toBeVisible();
    await expect(page.locator('[data-target]')).toHaveCount(1);
  }

  running.type('target purchase.thank-you.blok.render');
  await running.line(`Did you mean "${THANK_YOU}"?`);
  await expect(page.getByText(`At ${THANK_YOU}`)).toBeVisible();
});

test('a target can belong to another extension of the file, which is built then', async ({
  running,
  page,
}, testInfo) => {
  const source = (name: string): string =>
    `export default () => document.body.append('This is ${name} at ' + shopify.extension.target);`;
  const folder = await writeExtension(CHECKOUT, source('one'), testInfo, {
    toml: `[[extensions]]
name = "Another"
handle = "another"
type = "ui_extension"
  [[extensions.targeting]]
  module = "./src/Another.js"
  target = "${THANK_YOU}"
`,
  });

  await writeFile(`${folder}/src/Another.js`, source('two'));
  await page.goto(await running.start(['dev', folder, '--target', CHECKOUT]));
  await expect(page.getByText(`This is one at ${CHECKOUT}`)).toBeVisible();

  running.type(`target ${THANK_YOU}`);
  await running.line('another built');
  await expect(page.getByText(`This is two at ${THANK_YOU}`)).toBeVisible();

  // An edit of the file that is shown now restarts it.
  await writeFile(`${folder}/src/Another.js`, source('edited'));
  await expect(page.getByText(`This is edited at ${THANK_YOU}`)).toBeVisible();
});

test('restart opens a completed checkout again, as often as it is typed', async ({
  running,
  page,
}, testInfo) => {
  const source = `export default () => {
    const {number} = shopify.orderConfirmation.value;
    document.body.append('Thank you: ' + typeof number);
    console.log('opened');
  };`;

  const folder = await writeExtension(THANK_YOU, source, testInfo);
  await page.goto(await running.start(['dev', folder]));

  for (let nth = 1; nth <= 3; nth++) {
    await expect(page.getByText('Thank you: string')).toBeVisible();
    await expect.poll(() => running.output().split('log: opened').length - 1).toBe(nth);
    running.type('restart');
  }

  await running.line('Everything on the page has started again.');
});

test('a build that fails stays in sight, on the page and below each typed line, until the next good one', async ({
  running,
  page,
}, testInfo) => {
  const folder = await atTwoTargets(testInfo);
  const file = `${folder}/src/Target.js`;
  const source = await readFile(file, 'utf8');
  await page.goto(await running.start(['dev', folder, '--target', CHECKOUT]));
  await expect(page.getByText(`At ${CHECKOUT}`)).toBeVisible();

  await writeFile(file, 'export default () => {');
  await expect(page.getByRole('alert')).toContainText('src/Target.js:1');
  running.type('sign-in bea');
  await running.line('Bea Byron is signed in.');
  await running.line('At a target still cannot be built: ');
  await running.line('The page shows an earlier build of it.');

  running.type(`target ${THANK_YOU}`);
  await expect(page.getByText(`At ${THANK_YOU}`)).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('src/Target.js:1');

  await writeFile(file, source.replace('At ', 'Mended at '));
  await expect(page.getByText(`Mended at ${THANK_YOU}`)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);

  running.type('sign-out');
  await running.line('No customer is signed in.');
  expect(running.output()).not.toMatch(
    /still cannot be built[\s\S]*No customer is signed in\.[\s\S]*still cannot/,
  );
});
