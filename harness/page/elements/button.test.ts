import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

const CLICK = {type: 'click', kind: 'CustomEvent', detail: {}, bubbles: false, composed: false};

for (const tag of ['s-button', 's-link']) {
  test(`${tag} without href is a button and sends its click once, however it is pressed`, async ({
    show,
    listen,
    seen,
  }) => {
    const page = await show(`<${tag}><s-text>Redeem</s-text></${tag}>`);
    await listen(tag, 'click');
    const button = page.getByRole('button', {name: 'Redeem'});
    await button.click();
    await page.getByText('Redeem').click();
    await button.press('Enter');
    await button.press('Space');
    await page.locator(tag).evaluate((element: HTMLElement) => element.click());
    await page.locator(tag).dispatchEvent('click');
    expect(await seen()).toEqual([CLICK, CLICK, CLICK, CLICK, CLICK, CLICK]);
  });

  test(`no native click of ${tag} leaves it`, async ({show, listen, seen}) => {
    const page = await show(`<s-stack><${tag}>Redeem</${tag}></s-stack>`);
    await listen('s-stack', 'click');
    await page.getByRole('button', {name: 'Redeem'}).click();
    expect(await seen()).toEqual([]);
  });

  test(`${tag} with href is a link; it clicks, then asks the page to navigate`, async ({
    show,
    listen,
    seen,
  }) => {
    const page = await show(`<s-stack><${tag} target="_blank">Rewards</${tag}></s-stack>`);
    await page
      .locator(tag)
      .evaluate((element) => Object.assign(element, {href: 'https://shop.example/rewards'}) && undefined);

    await listen(tag, 'click');
    await listen('s-stack', 'navigate');
    const link = page.getByRole('link', {name: 'Rewards'});
    await expect(link).toHaveAttribute('href', 'https://shop.example/rewards');
    await link.click();

    expect(await seen()).toEqual([
      CLICK,
      {
        ...CLICK,
        type: 'navigate',
        detail: {href: 'https://shop.example/rewards', target: '_blank'},
        bubbles: true,
        composed: true,
      },
    ]);

    expect(page.url()).toBe('about:blank');
  });

  test(`${tag} as a link follows Enter and not Space`, async ({show, listen, seen}) => {
    const page = await show(`<${tag} href="/rewards">Rewards</${tag}>`);
    await listen(tag, 'click');
    await page.getByRole('link').press('Space');
    expect(await seen()).toEqual([]);
    await page.getByRole('link').press('Enter');
    expect(await seen()).toEqual([CLICK]);
  });

  test(`${tag} prefers commandFor to href`, async ({show, listen, seen}) => {
    const page = await show(
      `<s-stack><${tag} href="/x" command-for="modal">Open</${tag}></s-stack><s-modal id="modal"></s-modal>`,
    );
    await listen('s-stack', 'navigate');
    await page.getByRole('button', {name: 'Open'}).click();
    expect(await seen()).toEqual([]);
  });

  test(`${tag} refuses a javascript: URL by name`, async ({show}) => {
    const page = await show(`<${tag}>Bad</${tag}>`);
    const thrown = page
      .locator(tag)
      .evaluate((element) => Object.assign(element, {href: ' java\nscript:alert(1)'}) && undefined);
    await expect(thrown).rejects.toThrow(`<${tag}> has a javascript: URL as its href.`);
    await expect(page.getByRole('link')).toHaveCount(0);
  });

  test(`${tag} is named by its accessibility label`, async ({show}) => {
    const page = await show(`<${tag} accessibility-label="Redeem a mug">Redeem</${tag}>`);
    await expect(page.getByRole('button', {name: 'Redeem a mug'})).toHaveText('Redeem');
  });
}

for (const state of ['disabled', 'loading']) {
  test(`a ${state} button is disabled and sends no click`, async ({show, listen, seen, set}) => {
    const page = await show(`<s-button ${state}><s-text>Redeem</s-text></s-button>`);
    await listen('s-button', 'click');
    const button = page.getByRole('button', {name: 'Redeem'});
    await expect(button).toBeDisabled();
    await button.click({force: true});
    await page.locator('s-button').evaluate((element: HTMLElement) => element.click());
    expect(await seen()).toEqual([]);
    await set('s-button', {[state]: false});
    await button.click();
    expect(await seen()).toEqual([CLICK]);
  });

  test(`a ${state} link button goes nowhere`, async ({show, listen, seen}) => {
    const page = await show(`<s-button href="/x" ${state}>Go</s-button>`);
    await listen('s-button', 'click', 'navigate');
    const link = page.getByRole('link', {name: 'Go'});
    await expect(link).toBeDisabled();
    await link.click({force: true});
    expect(await seen()).toEqual([]);
  });
}

test('a loading button is busy', async ({show, set}) => {
  const page = await show('<s-button loading>Redeem</s-button>');
  await expect(page.getByRole('button')).toHaveAttribute('aria-busy', 'true');
  await set('s-button', {loading: undefined});
  await expect(page.getByRole('button')).not.toHaveAttribute('aria-busy');
});

test('a button that gets an href becomes a link, and back', async ({show, set}) => {
  const page = await show('<s-button>Go</s-button>');
  await set('s-button', {href: '/x'});
  await expect(page.getByRole('link', {name: 'Go'})).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await set('s-button', {href: ''});
  await expect(page.getByRole('button', {name: 'Go'})).toBeVisible();
});

test('a filled button takes the whole width', async ({show}) => {
  const page = await show('<div style="width: 300px"><s-button inline-size="fill">Save</s-button></div>');
  expect((await page.locator('s-button .face').boundingBox())?.width).toBe(300);
});
