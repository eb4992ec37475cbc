/** The walk of the keyboard through the panels of the console. */
import {type Page, expect} from '@playwright/test';

/** More presses of Tab than any panel needs. */
const MOST_STEPS = 200;

/** The elements that a keyboard reaches and presses. */
const CONTROLS = 'button, a[href], input, select, textarea, summary, [role="separator"]';

/** Opens each panel by the keyboard, chooses its first row, and reaches everything in it. */
export async function walkPanels(page: Page): Promise<void> {
  // Without the counts.
  const names = await page
    .getByRole('tab')
    .evaluateAll((tabs) =>
      tabs.map(({childNodes}) =>
        [...childNodes].map((node) => (node instanceof Text ? node.data : '')).join(''),
      ),
    );
  expect(names).toHaveLength(6);

  for (const name of names) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(`open ${name}`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', {name, exact: false, selected: true})).toBeFocused();
    await expect(page.locator('.panel')).toBeVisible();

    await chooseRow(page);
    expect(await mouseOnly(page), `${name}: controls for the mouse alone`).toEqual([]);
    // A detail may still come while the keyboard walks, so a walk that misses something is repeated.
    await expect.poll(() => unreached(page), `${name}: controls that Tab does not reach`).toEqual([]);
  }
}

/** Chooses the first row of a list by an arrow, and opens it. A panel without a list stays as it is. */
async function chooseRow(page: Page): Promise<void> {
  const rows = page.locator('.panel li button[tabindex]');
  if ((await rows.count()) === 0) return;

  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.panel [aria-current="true"]').first()).toBeFocused();
  await page.keyboard.press('Enter');
}

/** Lists the elements that handle a click, and that no keyboard presses. */
function mouseOnly(page: Page): Promise<readonly string[]> {
  return page.evaluate((controls) => {
    // Preact keeps the listeners of an element there.
    const clicks = (element: Element): boolean =>
      Object.keys((element as {l?: object}).l ?? {}).some((name) =>
        /^(?:click|pointerdown|mousedown)/i.test(name),
      );
    const clickable = [...document.querySelectorAll('#console *')].filter(clicks);
    if (clickable.length === 0) return ['no listener was found'];
    return clickable
      .filter((element) => !element.matches(controls))
      .map(({outerHTML}) => outerHTML.slice(0, 160));
  }, CONTROLS);
}

/** Presses Tab until the focus leaves the panel. Lists the controls that never had it, but for rows of lists. */
async function unreached(page: Page): Promise<readonly string[]> {
  await page.getByRole('tab', {selected: true}).focus();
  await page.evaluate(() => Object.assign(globalThis, {reached: new Set<Element | null>()}));

  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() => {
      const {activeElement} = document;
      (globalThis as unknown as {reached: Set<Element | null>}).reached.add(activeElement);
      return activeElement?.closest('.panel') !== null;
    });
    if (!isInside) break;
  }

  return page.evaluate((controls) => {
    const {reached} = globalThis as unknown as {reached: Set<Element | null>};
    const shown = [...document.querySelectorAll<HTMLElement>(`.panel :is(${controls})`)].filter(
      (element) => element.checkVisibility() && !element.matches(':disabled, li [tabindex="-1"]'),
    );
    return shown.filter((element) => !reached.has(element)).map(({outerHTML}) => outerHTML.slice(0, 160));
  }, CONTROLS);
}
