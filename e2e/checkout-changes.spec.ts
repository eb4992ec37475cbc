import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';

/** Sets the note at each press, and keeps the buyer. */
const NOTING = `export default async () => {
  const [text, button] = [document.createElement('s-text'), document.createElement('s-button')];
  button.textContent = 'Save';
  let presses = 0;
  button.addEventListener('click', async () => {
    const {type, message} = await shopify.applyNoteChange({type: 'updateNote', note: 'Ring twice'});
    text.textContent = ++presses + ': ' + (message ?? type);
  });
  document.body.append(text, button);
  await shopify.buyerJourney.intercept(({canBlockProgress}) => {
    console.log('canBlockProgress: ' + canBlockProgress);
    return {behavior: 'block', reason: 'not agreed', errors: [{message: 'Agree first'}]};
  });
};
`;
const BLOCK_PROGRESS = '[extensions.capabilities]\nblock_progress = true\n';

test('host-changes-limited: a limited extension changes nothing any more, and the buyer goes on', async ({
  host,
  page,
}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, NOTING, testInfo, {toml: BLOCK_PROGRESS}));
  const goOn = page.getByRole('button', {name: 'Continue to shipping'});
  await goOn.press('Enter');
  await expect(page.getByRole('alert').getByText('Agree first')).toBeVisible();

  await host.arm('host-changes-limited');
  await extension.getByRole('button', {name: 'Save'}).click();
  await expect(extension.getByText('1: Too many changes: the extension is rate limited.')).toBeVisible();
  await extension.getByRole('button', {name: 'Save'}).click();
  await expect(extension.getByText('2: Too many changes: the extension is rate limited.')).toBeVisible();
  expect(host.checkout.note).toBeNull();

  await goOn.press('Enter');
  await expect.poll(() => host.checkout.step).toBe('shipping');
  await host.logs.waitFor('canBlockProgress: false');
  await host.logs.waitFor('The interceptor may not block the buyer. It made too many changes');
});

test('the same change twice in a row is a notice, and passes', async ({host}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, NOTING, testInfo));
  await extension.getByRole('button', {name: 'Save'}).click();
  await expect(extension.getByText('1: success')).toBeVisible();
  expect(host.notices).toEqual([]);

  await extension.getByRole('button', {name: 'Save'}).click();
  await expect(extension.getByText('2: success')).toBeVisible();
  expect(host.notices).toMatchObject([{code: 'change-repeated'}]);
});

/** Removes one of each line, with ids that it read before the first change, or reads again each time. */
const REMOVING = `export default () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  const button = (label, run) => {
    const made = Object.assign(document.createElement('s-button'), {textContent: label});
    made.addEventListener('click', async () => {
      text.textContent = label + ': ' + (await run()).map(({type}) => type).join();
    });
    document.body.append(made);
  };

  const {lines} = shopify;
  const remove = (id) => shopify.applyCartLinesChange({type: 'removeCartLine', id, quantity: 1});
  button('Kept ids', async () => {
    const [first, second] = lines.value;
    return [await remove(first.id), await remove(second.id)];
  });
  button('Fresh ids', async () => [await remove(lines.value[0].id), await remove(lines.value[0].id)]);
};
`;
const THREE = {
  lines: [
    {merchandiseId: 'gid://shopify/ProductVariant/30011', quantity: 3},
    {merchandiseId: 'gid://shopify/ProductVariant/30031', quantity: 3},
  ],
};

test('a cart line id from before the last change works, and is a notice', async ({host}, testInfo) => {
  await host.update({checkout: THREE});
  const extension = await host.mount(await writeExtension(BLOCK, REMOVING, testInfo));

  await extension.getByRole('button', {name: 'Fresh ids'}).click();
  await expect(extension.getByText('Fresh ids: success,success')).toBeVisible();
  expect(host.notices).toEqual([]);

  await extension.getByRole('button', {name: 'Kept ids'}).click();
  await expect(extension.getByText('Kept ids: success,success')).toBeVisible();
  expect(host.notices).toMatchObject([{code: 'cart-line-id-old'}]);
});

test.describe('with renewed line ids', () => {
  test.use({checkout: {lineIds: 'renewed'}});

  test('a cart line id from before the last change fails, and a fresh one works', async ({
    host,
  }, testInfo) => {
    await host.update({checkout: THREE});
    const extension = await host.mount(await writeExtension(BLOCK, REMOVING, testInfo));
    const before = host.checkout.lines.map(({id}) => id);

    await extension.getByRole('button', {name: 'Fresh ids'}).click();
    await expect(extension.getByText('Fresh ids: success,success')).toBeVisible();
    expect(host.checkout.lines.map(({id}) => id)).not.toEqual(before);
    expect(host.notices).toEqual([]);

    await extension.getByRole('button', {name: 'Kept ids'}).click();
    await expect(extension.getByText('Kept ids: success,error')).toBeVisible();
    expect(host.notices).toMatchObject([
      {code: 'cart-line-id-old', message: expect.stringContaining('before the last change') as unknown},
    ]);
  });
});

/** Shows the note that signals have when the promise of a change resolves, and later. */
const READING = `export default () => {
  const [then, now] = [document.createElement('s-text'), document.createElement('s-text')];
  const button = Object.assign(document.createElement('s-button'), {textContent: 'Save'});
  document.body.append(then, now, button);
  shopify.note.subscribe((note) => { now.textContent = 'now: ' + note; });
  button.addEventListener('click', async () => {
    const {type} = await shopify.applyNoteChange({type: 'updateNote', note: 'Ring twice'});
    then.textContent = 'then: ' + type + ' ' + shopify.note.value;
  });
};
`;

for (const [changeSignals, then] of [
  ['before-result', 'Ring twice'],
  ['after-result', 'undefined'],
] as const) {
  test.describe(`with changeSignals: ${changeSignals}`, () => {
    test.use({checkout: {changeSignals}});

    test(`signals have ${then} when the change resolves, and the change afterwards`, async ({
      host,
    }, testInfo) => {
      const extension = await host.mount(await writeExtension(BLOCK, READING, testInfo));
      await extension.getByRole('button', {name: 'Save'}).click();
      await expect(extension.getByText(`then: success ${then}`)).toBeVisible();
      await expect(extension.getByText('now: Ring twice')).toBeVisible();
    });
  });
}

/** Keeps the buyer until it is released, and adds a line at each press. */
const ADDING = `export default async () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  const button = (label, run) => {
    const made = Object.assign(document.createElement('s-button'), {textContent: label});
    made.addEventListener('click', async () => { text.textContent = label + ': ' + (await run()); });
    document.body.append(made);
  };

  const remove = await shopify.buyerJourney.intercept(() => ({behavior: 'block', reason: 'loading', errors: [{message: 'Wait'}]}));
  button('Release', async () => { await remove(); return 'done'; });
  button('Add', async () => {
    const {type, message} = await shopify.applyCartLinesChange({type: 'addCartLine', merchandiseId: 'gid://shopify/ProductVariant/30031', quantity: 1});
    return message ?? type;
  });
};
`;

for (const [lineChangesWhileBlocked, answer] of [
  ['applied', 'success'],
  ['refused', 'Could not apply line item changes'],
] as const) {
  test.describe(`with lineChangesWhileBlocked: ${lineChangesWhileBlocked}`, () => {
    test.use({checkout: {lineChangesWhileBlocked}});

    test(`a change of lines while an interceptor blocks answers ${answer}`, async ({
      host,
      page,
    }, testInfo) => {
      const folder = await writeExtension(BLOCK, ADDING, testInfo, {toml: BLOCK_PROGRESS});
      const extension = await host.mount(folder);
      await page.getByRole('button', {name: 'Continue to shipping'}).press('Enter');
      await expect(page.getByRole('alert').getByText('Wait')).toBeVisible();

      await extension.getByRole('button', {name: 'Add'}).click();
      await expect(extension.getByText(`Add: ${answer}`)).toBeVisible();
      await extension.getByRole('button', {name: 'Release'}).click();
      await expect(extension.getByText('Release: done')).toBeVisible();
      await extension.getByRole('button', {name: 'Add'}).click();
      await expect(extension.getByText('Add: success')).toBeVisible();
      expect(host.calls.matching('applyCartLinesChange')).toHaveLength(2);
    });
  });
}
