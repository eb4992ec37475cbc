import {expect} from '@playwright/test';
import {test} from './open-elements.fixture.ts';

test('text of a type is the semantic element of that type', async ({show, set}) => {
  const page = await show('<s-text type="strong" id="x">120</s-text><s-text type="redundant">150</s-text>');
  await expect(page.getByRole('strong')).toHaveText('120');
  await expect(page.getByRole('deletion')).toHaveText('150');
  await set('#x', {type: 'emphasis'});
  await expect(page.getByRole('emphasis')).toHaveText('120');
  await expect(page.getByRole('strong')).toHaveCount(0);
});

test('a paragraph is a paragraph', async ({show}) => {
  const page = await show('<s-paragraph>Earn <s-text type="strong">2</s-text> points.</s-paragraph>');
  await expect(page.getByRole('paragraph')).toHaveText('Earn 2 points.');
});

for (const tag of ['s-text', 's-paragraph']) {
  test(`${tag} for assistive technology only is there and takes no room`, async ({show}) => {
    const page = await show(`
      <${tag} accessibility-visibility="exclusive">Skip</${tag}><${tag} accessibility-visibility="hidden">*</${tag}>`);
    await expect(page.locator('body')).toMatchAriaSnapshot(
      tag === 's-text' ? '- text: Skip' : '- paragraph: Skip',
    );
    await expect(page.locator('body')).not.toMatchAriaSnapshot('- text: "*"');
  });

  test(`${tag} takes language and direction`, async ({show, set}) => {
    const page = await show(`<${tag}>שלום</${tag}>`);
    await set(tag, {lang: 'he', dir: 'rtl'});
    expect(await page.locator(`${tag} slot`).evaluate((slot) => getComputedStyle(slot).direction)).toBe(
      'rtl',
    );

    await set(tag, {dir: ''});
    expect(await page.locator(`${tag} slot`).evaluate((slot) => getComputedStyle(slot).direction)).toBe(
      'ltr',
    );
  });

  test(`${tag} has a colour for each tone`, async ({show, set}) => {
    const page = await show(`<${tag}>Points</${tag}>`);
    const colours = new Set<string>();

    for (const tone of ['auto', 'info', 'success', 'warning', 'critical']) {
      await set(tag, {tone});
      colours.add(await page.locator(`${tag} slot`).evaluate((slot) => getComputedStyle(slot).color));
    }

    expect(colours.size).toBe(5);
  });
}

test('a spinner is a progress bar with its label', async ({show}) => {
  const page = await show('<s-spinner accessibility-label="Loading points"></s-spinner>');
  await expect(page.getByRole('progressbar', {name: 'Loading points'})).toBeVisible();
});

for (const [reducedMotion, animation] of [
  ['reduce', 'none'],
  ['no-preference', 'turn'],
] as const) {
  test(`a spinner with motion ${reducedMotion} has the animation ${animation}`, async ({show}) => {
    const page = await show('<s-spinner></s-spinner>');
    await page.emulateMedia({reducedMotion});
    expect(
      await page.locator('s-spinner span').evaluate((node) => getComputedStyle(node).animationName),
    ).toBe(animation);
  });
}
