import {expect} from '@playwright/test';
import {boxCss} from './base/box-css.ts';
import {test} from './open-elements.fixture.ts';

const CASES = [
  [{gap: 'base'}, 'gap: 16px;'],
  [{gap: 'large-100 small'}, 'gap: 12px 20px;'],
  [{gap: 'base', rowGap: 'none'}, 'gap: 16px; row-gap: 0px;'],
  [{padding: 'base large-200 none'}, 'padding: 16px 24px 0px;'],
  [{padding: 'base', paddingBlockEnd: 'none'}, 'padding: 16px; padding-block-end: 0px;'],
  [{direction: 'inline'}, 'flex-direction: row; flex-wrap: wrap;'],
  [
    {alignItems: 'center', justifyContent: 'space-between'},
    'align-items: center; justify-content: space-between;',
  ],
  [{border: 'base'}, 'border: 1px solid var(--sim-border);'],
  [{border: 'large strong dashed'}, 'border: 2px dashed var(--sim-control);'],
  [{borderRadius: 'max none'}, 'border-radius: 9999px 0;'],
  [{inlineSize: '50%', maxInlineSize: '320px'}, 'inline-size: 50%; max-inline-size: 320px;'],
  [{display: 'none'}, 'display: none;'],
  [
    {position: 'absolute', insetBlock: 'auto 8px', insetInline: '0 auto'},
    'position: absolute; inset-block: auto 8px; inset-inline: 0 auto;',
  ],
  [
    {position: 'relative', insetBlock: 'auto', transform: 'none'},
    'position: relative; inset-block: auto; transform: none;',
  ],
  [{transform: 'translate(-50%, 4px)'}, 'transform: translate(-50%, 4px);'],
  [{transform: 'translate(12.5%)'}, 'transform: translate(12.5%);'],
  [{position: 'fixed', insetBlock: '4px 8px', insetInline: '8px', transform: 'translate(1px, 2px, 3px)'}, ''],
  [{insetBlock: 'auto auto auto', transform: 'rotate(4deg)'}, ''],
  [{gap: 'enormous', padding: 'url(x)', inlineSize: '1px;}', alignItems: 'x;y'}, ''],
] as const satisfies readonly (readonly [Readonly<Record<string, string>>, string])[];

for (const [properties, css] of CASES) {
  test(`${JSON.stringify(properties)} reads as "${css}"`, () => {
    expect(boxCss('.box', valuesOf(properties))).toBe(`.box { ${css} }\n`);
  });
}

test('a conditional value follows its container', () => {
  expect(boxCss('.box', valuesOf({gap: '@container (inline-size > 500px) large, none'}))).toBe(
    '.box { gap: 0px; }\n@container (inline-size > 500px) { .box { gap: 20px; } }',
  );
});

test('an inline stack stands in a row, a block stack in a column', async ({show, set}) => {
  const page = await show('<s-stack><s-button>One</s-button><s-button>Two</s-button></s-stack>');
  const tops = (): Promise<number[]> =>
    page
      .locator('s-button')
      .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().top)));

  const [first, second] = await tops();

  expect(second).toBeGreaterThan(first ?? 0);
  await set('s-stack', {direction: 'inline', gap: 'base'});
  await expect(async () => expect(new Set(await tops()).size).toBe(1)).toPass();
});

test('a condition on the container is answered by the browser', async ({show}) => {
  const page = await show(`<div id="outer" style="container-type: inline-size; width: 600px">
    <s-stack direction="@container (inline-size > 500px) inline, block"><s-text>One</s-text></s-stack></div>`);
  const direction = (): Promise<string> =>
    page.locator('s-stack .box').evaluate((box) => getComputedStyle(box).flexDirection);

  expect(await direction()).toBe('row');
  await page
    .locator('#outer')
    .evaluate((outer) => outer.setAttribute('style', 'container-type: inline-size; width: 400px'));

  expect(await direction()).toBe('column');
});

test('a stack has the role it is given, with its label', async ({show, set}) => {
  const page = await show(`<s-stack accessibility-role="unordered-list" accessibility-label="Rewards">
    <s-stack accessibility-role="list-item">Mug</s-stack><s-stack accessibility-role="list-item">Cup</s-stack></s-stack>`);
  await expect(page.getByRole('list', {name: 'Rewards'}).getByRole('listitem')).toHaveText(['Mug', 'Cup']);
  await set('s-stack', {accessibilityRole: 'navigation'});
  await expect(page.getByRole('navigation', {name: 'Rewards'})).toBeVisible();
  await set('s-stack', {accessibilityRole: ''});
  await expect(page.getByRole('group', {name: 'Rewards'})).toBeVisible();
});

function valuesOf(properties: Readonly<Record<string, string>>): (name: string) => string {
  return (name) => properties[name] ?? '';
}
