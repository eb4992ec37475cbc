import {type Page, expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {WIDTHS, cutElements, violations, resize} from './console-checks.ts';
import {LOYALTY} from './loyalty-dev.ts';

const BACKEND = 'https://loyalty.example.com=node fixtures/backends/loyalty/server.js';

/** Reads the next text that the page copies. */
async function copied(page: Page, press: () => Promise<void>): Promise<string> {
  await page.evaluate(() => {
    const taken = {text: null as string | null};
    Object.assign(globalThis, {taken});
    navigator.clipboard.writeText = async (text) => void (taken.text = text);
  });
  await press();
  const read = (): Promise<string | null> =>
    page.evaluate(() => (globalThis as unknown as {taken: {text: string | null}}).taken.text);
  await expect.poll(read).not.toBeNull();
  return String(await read());
}

test('the Situation panel changes who, language, settings and order, and the copied command finds the same', async ({
  running,
  page,
}) => {
  await page.goto(await running.startWithConsole(LOYALTY));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: 'Acme Circle'})).toBeVisible();

  await page.getByRole('tab', {name: 'Situation'}).click();
  const panel = page.getByRole('region', {name: 'Situation', exact: true});
  const strip = page.getByRole('toolbar', {name: 'The situation'});
  const reset = panel.getByRole('button', {name: /^Reset/});
  await expect(panel.getByRole('button', {name: /^Ada Lovelace/})).toHaveAttribute('aria-pressed', 'true');
  await expect(reset).toBeDisabled();

  // The setting: typed, with an undo.
  const program = panel.getByRole('textbox', {name: 'Name of the program'});
  await program.fill('Acme Friends');
  await expect(frame.getByRole('heading', {name: 'Acme Friends'})).toBeVisible();
  await panel.getByRole('button', {name: 'Undo Name of the program'}).click();
  await expect(frame.getByRole('heading', {name: 'Acme Circle'})).toBeVisible();
  await expect(program).toHaveValue('Acme Circle');
  await program.fill('Acme Friends');
  await expect(frame.getByRole('heading', {name: 'Acme Friends'})).toBeVisible();

  // The strip says the same as the panel, in both directions.
  await panel.getByRole('button', {name: /^Bea Byron/}).click();
  await expect(strip.getByRole('button', {name: /Bea/})).toBeVisible();
  await strip.getByRole('button', {name: /Language/}).click();
  await page.getByRole('button', {name: /^French/}).click();
  await expect(panel.getByRole('combobox', {name: 'Language'})).toHaveValue('fr');

  // L takes the next language, and after the last one the first.
  await page.keyboard.press('l');
  await expect(panel.getByRole('combobox', {name: 'Language'})).toHaveValue('en');
  await page.keyboard.press('l');
  await expect(panel.getByRole('combobox', {name: 'Language'})).toHaveValue('fr');

  // The lines are rows, until somebody edits them.
  const lines = panel.getByRole('list', {name: 'Lines'}).getByRole('listitem');
  await expect(lines).toHaveCount(3);
  await expect(lines.first()).toHaveText('2 × Clavier en métal, sous licence, Noir$178.00');
  await panel.getByRole('button', {name: 'Edit as JSON: Lines'}).click();
  await expect(panel.getByRole('textbox', {name: 'Lines'})).toBeFocused();

  await panel.getByRole('textbox', {name: 'Note'}).fill("Don't ring");
  await expect(frame.getByText("Don't ring")).toBeVisible();

  // The refusal of the server is at the field, and what was typed stays.
  const country = panel.getByRole('textbox', {name: 'Country'});
  await country.fill('France');
  await expect(panel.getByRole('alert')).toContainText('localization.country is "France"');
  await expect(country).toHaveValue('France');
  await country.fill('FR');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await expect(strip.getByTitle(/country FR/)).toBeVisible();

  // Changes of the terminal arrive.
  running.type('advance 6m');
  await expect(reset).toHaveText('Reset 6 changes');

  const command = await copied(page, () => panel.getByRole('button', {name: 'Copy as command'}).click());
  expect(command).toBe(
    `npx simhost dev fixtures/extensions/loyalty --backend '${BACKEND}' --customer bea --locale fr ` +
      `--settings 'program=Acme Friends' --update '${String.raw`{"order":{"note":"Don'\''t ring"},"localization":{"country":"FR"}}`}' --clock +6m`,
  );

  await page.keyboard.press('Control+Backspace');
  await expect(reset).toBeDisabled();
  await expect(frame.getByRole('heading', {name: 'Acme Circle'})).toBeVisible();
  await expect(country).toHaveValue('US');
  await expect(panel.getByRole('textbox', {name: 'Note'})).toHaveValue('Please ring twice');

  // Do anything finds a field, the rare ones too.
  for (const [words, name] of [
    ['page timezone', 'timezone'],
    ['the order note', 'Note'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('textbox', {name, exact: true})).toBeFocused();
  }

  // The same situation, started by what was copied.
  await running.stop();
  const [, , ...words] = shellWords(command);
  await page.goto(await running.startWithConsole([...words, '--port', '0']));
  await page.getByRole('tab', {name: 'Situation'}).click();
  await expect(frame.getByRole('heading', {name: 'Acme Friends'})).toBeVisible();
  await expect(frame.getByText("Don't ring")).toBeVisible();
  await expect(strip.getByTitle(/country FR/)).toBeVisible();
  await expect(strip.getByRole('button', {name: /Bea/})).toBeVisible();
  await expect(reset).toBeDisabled();
  expect(await copied(page, () => panel.getByRole('button', {name: 'Copy as command'}).click())).toBe(
    command,
  );
});

test('the Situation panel changes a checkout, its settings, its consent and what extensions have stored', async ({
  running,
  page,
}) => {
  const target = 'purchase.checkout.block.render';
  await page.goto(
    await running.startWithConsole([
      'dev',
      'fixtures/extensions/gift-note',
      '--target',
      target,
      '--port',
      '0',
    ]),
  );
  const frame = page.frameLocator('iframe');
  await page.getByRole('tab', {name: 'Situation'}).click();
  const panel = page.getByRole('region', {name: 'Situation', exact: true});

  const box = panel.getByRole('combobox', {name: 'The gift box'});
  await box.fill('gid://shopify/Product/1');
  await expect(panel.getByRole('alert')).toContainText('The setting "box" is not a variant_reference');
  await box.fill('gid://shopify/ProductVariant/30011');
  await expect(panel.getByRole('alert')).toHaveCount(0);

  await panel.getByRole('textbox', {name: 'Discount codes'}).fill('["WELCOME10"]');
  await expect(frame.getByText('WELCOME10').first()).toBeVisible();
  await panel.getByRole('combobox', {name: 'Step'}).selectOption('shipping');
  await panel.getByRole('switch', {name: 'Shows the consent banner'}).check();
  await panel.getByText('Everything else that a test can set').click();
  await panel.getByRole('textbox', {name: 'timezone'}).fill('Europe/Paris');

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
    for (const width of WIDTHS) {
      await resize(page, width);
      expect(await violations(page), `${width}, ${colorScheme}`).toEqual([]);
      expect(await cutElements(page), `${width}, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({width: 1440, height: 900});

  // Another target starts on another page. A target that no folder declares is listed, and cannot be chosen.
  const targets = panel.getByRole('combobox', {name: 'Target'});
  await expect(targets.locator('optgroup[label="not declared in the TOML"] option').first()).toBeDisabled();
  await targets.selectOption('purchase.thank-you.block.render');
  await expect(frame.getByRole('heading', {name: /Thank you/})).toBeVisible();
  await targets.selectOption(target);

  await frame.locator('body').evaluate(() => localStorage.setItem('simhost:["a"]', '1'));
  running.type('sign-in bea');
  await expect(panel.getByText('1 value')).toBeVisible();
  await panel.getByRole('button', {name: 'Clear'}).click();
  await expect(panel.getByText('0 values')).toBeVisible();
});

/** The words of a line that `quoted` wrote. */
function shellWords(line: string): readonly string[] {
  const words = line.matchAll(/(?:'[^']*'|\\'|[^\s'\\])+/g);
  return [...words].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|\\(')/g,
      (_, inside: string | undefined, quote: string | undefined) => inside ?? quote ?? '',
    ),
  );
}
