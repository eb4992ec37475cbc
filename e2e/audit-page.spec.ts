import {readFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import axe from 'axe-core';
import {expect} from '@playwright/test';
import type {Page} from '@playwright/test';
import {ENVIRONMENT, test} from './backend.fixture.ts';
import type {StartBackend} from './backend.fixture.ts';
import {simhost} from './cli.fixture.ts';

test('the page reads well on a phone and a desktop, light and dark', async ({backend, page}, testInfo) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const file = await reportOn(backend, testInfo.outputPath('audit.html'), [
    '--only',
    'aud-wrong,aud-upper,key-wrong,host-never,dest-evil',
  ]);

  await page.goto(file);
  expect(requests).toEqual([file]);
  await expect(page.getByRole('heading', {level: 1})).toHaveText('Findings');
  await expect(page.getByRole('heading', {level: 2})).toHaveText([/^Hardening: /]);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article')).toContainText('aud-upper');
  await page.addScriptTag({content: axe.source});

  for (const [device, viewport] of [
    ['phone', {width: 390, height: 844}],
    ['desktop', {width: 1280, height: 900}],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await test.step(`${device}, ${colorScheme}`, async () => {
        await page.setViewportSize(viewport);
        await page.emulateMedia({colorScheme});

        expect
          .soft(
            await page.evaluate(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            ),
          )
          .toBe(0);

        expect.soft(await violations(page)).toEqual([]);
        await page.screenshot({
          path: testInfo.outputPath(`audit-${device}-${colorScheme}.png`),
          fullPage: true,
        });
      });
    }
  }

  await page.getByText('answered as they should be').click();
  await page.screenshot({path: testInfo.outputPath('audit-open.png'), fullPage: true});
});

test('JUnit is well-formed XML, also with whatever a backend answers', async ({backend, page}, testInfo) => {
  const file = testInfo.outputPath('audit.xml');
  await simhost(
    [
      'audit',
      `${await backend('faulty/decode-instead-of-verify.js')}/api/points`,
      '--report',
      `junit=${file}`,
    ],
    ENVIRONMENT,
  );

  const xml = await readFile(file, 'utf8');
  const [errors, failures, skipped] = await page.evaluate<[number, number, number], string>((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    const count = (tag: string): number => parsed.querySelectorAll(tag).length;
    return [count('parsererror'), count('failure'), count('skipped')];
  }, xml);

  expect(errors).toBe(0);
  expect(failures).toBe(1);
  expect(skipped).toBeGreaterThan(50);
});

async function reportOn(backend: StartBackend, file: string, flags: readonly string[]): Promise<string> {
  const url = `${await backend('faulty/no-audience.js')}/api/points`;
  await simhost(['audit', url, '--report', `html=${file}`, ...flags], ENVIRONMENT);
  return pathToFileURL(file).href;
}

async function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    'axe.run().then(({violations}) => violations.map(({id, nodes}) => id + " " + nodes.map((node) => node.html).join(" ")))',
  );
}
