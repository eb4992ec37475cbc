import {type Page, expect} from '@playwright/test';
import axe from 'axe-core';

/** The widths of the window at which the console is checked. */
export const WIDTHS = [1440, 1024, 390] as const;

/** Gives the window a width. Resolves when the console has drawn it: it hears of the width in the next frame. */
export async function resize(page: Page, width: (typeof WIDTHS)[number]): Promise<void> {
  await page.setViewportSize({width, height: width === 390 ? 844 : 900});
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Lists what axe finds in the console. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Other tests check the page in the frame.
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    `axe.run(document, {iframes: false}).then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({html}) => id + ' ' + html.slice(0, 200))))`,
  );
}

/** Lists the elements that are cut without a title, buttons with words wider than themselves, and those beyond the window. */
export function cutElements(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#console *')].flatMap((element) => {
      const {left, right, width} = element.getBoundingClientRect();
      const isHidden = width === 0 || element.closest('.vh') !== null;
      if (isHidden) return [];

      const isBeyond = right > innerWidth + 1 || left < -1;
      const isWider = element.scrollWidth > element.clientWidth;
      const {textOverflow} = getComputedStyle(element);
      const isCut = isWider && textOverflow === 'ellipsis' && element.closest('[title]') === null;
      const isSpilt = isWider && element.localName === 'button' && textOverflow === 'clip';
      const faults = [isBeyond && 'beyond', isCut && 'cut', isSpilt && 'wider'].filter(Boolean);
      return faults.map((fault) => `${fault} ${element.outerHTML.slice(0, 160)}`);
    }),
  );
}

/** Expects that axe finds nothing in the open panel and nothing is cut, at each width, light and dark. */
export async function expectWellMade(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await resize(page, width);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
      expect(await violations(page), `${width}, ${colorScheme}`).toEqual([]);
      expect(await cutElements(page), `${width}, ${colorScheme}`).toEqual([]);
    }
  }
}

/** Collects all that the server sends to the console. Call it before the console opens. */
export function consoleFrames(page: Page): readonly string[] {
  const frames: string[] = [];
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/.simhost/console')) return;
    socket.on('framereceived', ({payload}) => frames.push(String(payload)));
  });
  return frames;
}
