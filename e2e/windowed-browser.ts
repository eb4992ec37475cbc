import {chmod, readFile, writeFile} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {chromium, expect} from '@playwright/test';
import type {Page, TestInfo} from '@playwright/test';
import {findChromium} from '../harness/node/chromium.ts';

/** A browser as `simhost dev --open` starts it. */
export interface WindowedBrowser {
  /** The path of its executable. */
  readonly path: string;
  /** The arguments of its start, and its profile. */
  started(): Promise<{readonly args: readonly string[]; readonly profile: string}>;
  /** Connects to it, and waits for the page of an origin. */
  use(origin: string, run: (page: Page) => Promise<void>): Promise<void>;
}

/** Writes an executable that starts the browser of the tests without its window, which test machines do not have. */
export async function browserWithWindow(testInfo: TestInfo): Promise<WindowedBrowser> {
  const path = testInfo.outputPath('windowed-browser.cjs');
  const record = testInfo.outputPath('arguments.json');
  await writeExecutable(
    path,
    `const args = process.argv.slice(2);
    require('node:fs').writeFileSync(${JSON.stringify(record)}, JSON.stringify(args));
    // Without a window, the browser shows one page only.
    const [first] = args.filter((arg) => arg.startsWith('file:'));
    const shown = args.filter((arg) => arg === first || !arg.startsWith('file:'));
    const child = require('node:child_process').spawn(
      ${JSON.stringify(findChromium()?.path)},
      ['--headless', '--remote-debugging-port=0', ...shown],
      {stdio: 'inherit'},
    );
    process.on('SIGTERM', () => child.kill());
    child.on('exit', () => process.exit(0));`,
  );

  const started = async (): Promise<{args: readonly string[]; profile: string}> => {
    const args = JSON.parse(await readFile(record, 'utf8')) as readonly string[];
    const profile = args.find((each) => each.startsWith('--user-data-dir='))?.split('=')[1] ?? '';
    return {args, profile};
  };

  return {
    path,
    started,
    use: async (origin, run) => {
      await expect.poll(() => existsSync(record)).toBe(true);
      const {profile} = await started();
      const active = (): Promise<string> => readFile(`${profile}/DevToolsActivePort`, 'utf8').catch(() => '');
      await expect.poll(active).toMatch(/^\d+\n/);

      const [port = ''] = (await active()).split('\n');
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const pages = (): Page[] => browser.contexts().flatMap((context) => context.pages());
      const isWanted = (page: Page): boolean => page.url().startsWith(`${origin}/`);
      await expect.poll(() => pages().some(isWanted)).toBe(true);

      const page = pages().find(isWanted);
      if (page === undefined) throw new Error(`The browser has no page of ${origin}.`);
      await run(page);
      await browser.close();
    },
  };
}

export async function writeExecutable(path: string, script: string): Promise<void> {
  await writeFile(path, `#!${process.execPath}\n${script}\n`);
  await chmod(path, 0o755);
}
