import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Locator, Page} from '@playwright/test';

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
