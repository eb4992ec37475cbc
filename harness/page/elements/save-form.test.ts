import {expect, type Locator} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

const FORM = `<s-form>
  <s-text-field label="Note" default-value="Mug"></s-text-field>
  <s-text-field label="Search"></s-text-field>
  <s-checkbox label="Gift" default-checked></s-checkbox>
  <s-select label="Size"><s-option value="s" default-selected>Small</s-option><s-option value="l">Large</s-option></s-select>
  <s-choice-list label="Speed"><s-choice value="slow" default-selected>Slow</s-choice><s-choice value="fast">Fast</s-choice></s-choice-list>
  <s-color-field label="Paint" default-value="#f00"></s-color-field>
  <s-date-picker default-value="2026-07-01"></s-date-picker></s-form>`;

/** The part of a form that these tests call. */
interface Form extends HTMLElement {
  isDirty: boolean;
  save(): Promise<void>;
  discard(): void;
}

const isDirty = (form: Locator): Promise<boolean> => form.evaluate((element) => (element as Form).isDirty);

test('a form is dirty while a field differs from its default', async ({show, listen, seen}) => {
  const page = await show(FORM);
  const form = page.locator('s-form');
  expect(await isDirty(form)).toBe(false);

  await listen('s-form', 'save-form-change');
  await page.getByLabel('Note').fill('Cup');
  expect((await seen()).length).toBeGreaterThan(0);
  expect(await isDirty(form)).toBe(true);
  await page.getByLabel('Note').fill('Mug');
  expect(await isDirty(form)).toBe(false);
});

for (const [name, change] of [
  ['a checkbox', (page) => page.getByRole('checkbox', {name: 'Gift'}).uncheck()],
  ['a select', (page) => page.getByLabel('Size').selectOption('Large')],
  ['a choice list', (page) => page.getByRole('radio', {name: 'Fast'}).check()],
  ['a colour', (page) => page.getByLabel('Paint').fill('#00ff00')],
  ['a date', (page) => page.getByRole('button', {name: 'July 7, 2026'}).click()],
] satisfies readonly (readonly [string, (page: ReturnType<Locator['page']>) => Promise<unknown>])[]) {
  test(`${name} makes its form dirty, and discard brings it back`, async ({show, listen, seen}) => {
    const page = await show(FORM);
    const form = page.locator('s-form');
    await change(page);
    expect(await isDirty(form)).toBe(true);

    await listen('s-form', 'reset');
    await form.evaluate((element) => (element as Form).discard());
    expect(await isDirty(form)).toBe(false);
    expect((await seen()).map(({type}) => type)).toEqual(['reset']);
  });
}

test('a field without a default never makes its form dirty', async ({show}) => {
  const page = await show(FORM);
  await page.getByLabel('Search').fill('Cup');
  expect(await isDirty(page.locator('s-form'))).toBe(false);
});

test('an empty default is a default', async ({show, set}) => {
  const page = await show(FORM);
  await set('s-text-field[label=Search]', {defaultValue: ''});
  await page.getByLabel('Search').fill('Cup');
  expect(await isDirty(page.locator('s-form'))).toBe(true);
});

test('a value that the extension sets is a change', async ({show, set, listen, seen}) => {
  const page = await show(FORM);
  await listen('s-form', 'save-form-change');
  await set('s-text-field', {value: 'Cup'});
  expect(await isDirty(page.locator('s-form'))).toBe(true);
  expect((await seen()).length).toBeGreaterThan(0);
});

test('a form is clean after a save, and a save waits for the work of its listeners', async ({show}) => {
  const page = await show(FORM);
  const form = page.locator('s-form');
  await page.getByLabel('Note').fill('Cup');

  const order = await form.evaluate(async (element) => {
    const steps: string[] = [];
    element.addEventListener('submit', (event) => {
      const {waitFor} = event as Event & {waitFor(work: Promise<unknown>): void};
      waitFor(Promise.resolve().then(() => steps.push('written')));
    });
    await (element as Form).save();
    return [...steps, 'saved'];
  });

  expect(order).toEqual(['written', 'saved']);
  expect(await isDirty(form)).toBe(false);
  await page.getByLabel('Note').fill('Mug');
  expect(await isDirty(form)).toBe(true);
});

test('a save that fails rejects, and leaves the form dirty', async ({show}) => {
  const page = await show(FORM);
  const form = page.locator('s-form');
  await page.getByLabel('Note').fill('Cup');

  const message = await form.evaluate(async (element) => {
    element.addEventListener('submit', (event) => {
      const {waitFor} = event as Event & {waitFor(work: Promise<unknown>): void};
      waitFor(Promise.reject(new Error('too long')));
    });
    return (element as Form).save().then(
      () => 'saved',
      (error: Error) => error.message,
    );
  });

  expect(message).toBe('too long');
  expect(await isDirty(form)).toBe(true);
});

test('function settings are a form that hears which of its data was refused', async ({
  show,
  listen,
  seen,
}) => {
  const page = await show(
    '<s-function-settings><s-number-field label="Limit" default-value="1"></s-number-field></s-function-settings>',
  );
  const settings = page.locator('s-function-settings');
  await page.getByLabel('Limit').fill('2');
  expect(await isDirty(settings)).toBe(true);

  await listen('s-function-settings', 'error');
  const errors = [{code: 'INVALID_VALUE', message: 'The limit is 1.'}];
  await settings.evaluate((element, list) => {
    (element as HTMLElement & {fail(errors: unknown): void}).fail(list);
  }, errors);
  expect((await seen()).map(({detail}) => detail)).toEqual([{event: {error: errors}}]);
});
