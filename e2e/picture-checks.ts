import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Locator, Page} from '@playwright/test';
import axeCore from 'axe-core';

/** Returns the pairs of elements that lie over each other, of those that hold no others. */
export async function overlaps(extension: Locator): Promise<string[]> {
  return extension.evaluate((root) => {
    const isElement = ({localName}: Element): boolean => localName.startsWith('s-');
    const all = [...root.querySelectorAll('*')].filter(isElement);
    const leaves = all.filter((element) => ![...element.querySelectorAll('*')].some(isElement));
    const boxes = leaves
      .map((element) => ({element, box: element.getBoundingClientRect()}))
      .filter(({box}) => box.width > 0 && box.height > 0);

    const describe = (element: Element): string =>
      `${element.localName} "${element.textContent.trim().slice(0, 20)}"`;
    return boxes.flatMap(({element, box}, index) =>
      boxes.slice(index + 1).flatMap(({element: other, box: second}) => {
        const width = Math.min(box.right, second.right) - Math.max(box.left, second.left);
        const height = Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top);
        return width > 1 && height > 1 ? [`${describe(element)} and ${describe(other)}`] : [];
      }),
    );
  });
}

interface Axe {
  run(
    context: object,
    options: object,
  ): Promise<{violations: {id: string; impact: string; nodes: {html: string; failureSummary: string}[]}[]}>;
}

/** Returns the faults of a page that axe calls serious or worse. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const script = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  await page.evaluate(script);
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const {violations} = await axe.run(document, {resultTypes: ['violations']});
    return violations
      .filter(({impact}) => impact === 'serious' || impact === 'critical')
      .flatMap(({id, nodes}) =>
        nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      );
  });
}

/** Lists what axe finds, and the controls that are outside of the window. */
export async function pageFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeCore.source);
  const found = await page.evaluate(
    `axe.run({iframes: false}).then(({violations}) => violations.map(({id, nodes}) => id + ' ' + nodes.map(({html}) => html).join(' ')))`,
  );

  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, iframe, s-button, s-text-field, s-checkbox')].flatMap(
      (element) => {
        const {left, right, width} = element.getBoundingClientRect();
        return width > 0 && (left < 0 || right > innerWidth) ? [element.outerHTML] : [];
      },
    ),
  );
  return [...(found as readonly string[]), ...outside];
}
