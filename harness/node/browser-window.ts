import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';
import {messageOf, SimhostError} from '../errors.ts';
import {type Browser, launchArgs} from './chromium.ts';
import {writing} from './writing.ts';

export interface WindowOptions {
  readonly browser: Browser;
  /** The URL of the gateway through which the browser reaches everything. */
  readonly proxy: string;
  /** The pages, each in a tab. Their fragments may be secret: they are not on the command line, which others can read. */
  readonly urls: readonly string[];
  /** Default: that of the browser. */
  readonly userAgent?: string | undefined;
  /** Called when the window ends by itself: `null` if the user closed it, else the cause. */
  readonly onEnd: (error: SimhostError | null) => void;
}

/** A browser with its own window and profile. */
export interface BrowserWindow {
  readonly isOpen: boolean;
  /** Ends the browser, and removes its profile. */
  close(): Promise<void>;
}

/**
 * Opens a window whose browser uses a gateway as its proxy and begins with an empty profile, as in tests.
 *
 * @throws {SimhostError} `ERR_NOT_WRITTEN` if the profile cannot be written
 */
export async function openBrowserWindow(options: WindowOptions): Promise<BrowserWindow> {
  const {browser, proxy, urls, userAgent, onEnd} = options;
  const {folder, pages} = await writing({what: "The browser's profile", path: tmpdir()}, () =>
    writeProfile(urls),
  );

  const args = [
    ...launchArgs(browser.source),
    ...QUIET,
    `--user-data-dir=${join(folder, 'profile')}`,
    `--proxy-server=${new URL(proxy).host}`,
    // Without this, requests to localhost go past the proxy.
    '--proxy-bypass-list=<-loopback>',
    ...(userAgent === undefined ? [] : [`--user-agent=${userAgent}`]),
    ...pages.map((page) => pathToFileURL(page).href),
  ];

  // A browser is often a script that starts the program. Both are in one group, which ends as a whole.
  const child = spawn(browser.path, args, {stdio: ['ignore', 'ignore', 'pipe'], detached: HAS_GROUPS});
  return new StartedWindow({child, folder, path: browser.path, onEnd});
}

/** Makes the folder of a profile, with the first pages in it. */
async function writeProfile(
  urls: readonly string[],
): Promise<{readonly folder: string; readonly pages: readonly string[]}> {
  // Only its owner may read the folder.
  const folder = await mkdtemp(join(tmpdir(), 'simhost-browser-'));
  const pages = urls.map((_, place) => join(folder, `open-${place}.html`));

  try {
    await Promise.all(
      urls.map((url, place) => writeFile(pages[place] ?? '', pageThatOpens(url), {mode: 0o600})),
    );
    return {folder, pages};
  } catch (error) {
    await rm(folder, {recursive: true, force: true});
    throw error;
  }
}

/** Arguments that keep a browser from asking its user, and from sending its own requests. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate',
];

/** The lines of a browser's output that an error shows. */
const SHOWN_LINES = 5;

interface StartedParts {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly path: string;
  readonly onEnd: WindowOptions['onEnd'];
}

class StartedWindow implements BrowserWindow {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #isOpen = true;
  #isClosing = false;

  constructor(parts: StartedParts) {
    this.#child = parts.child;
    this.#ended = this.#whenEnded(parts);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#isOpen) signal(this.#child, 'SIGTERM');
    await this.#ended;
  }

  async #whenEnded({child, folder, path, onEnd}: StartedParts): Promise<void> {
    let output = '';
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => (output = `${output}${text}`.slice(-4000)));
    const cause = await causeOfEnd(child);

    this.#isOpen = false;
    await lastOutput(child);
    await endGroup(child);
    // A helper process of the browser may still write into it.
    await rm(folder, {recursive: true, force: true, maxRetries: 5, retryDelay: 100}).catch(() => {});

    if (!this.#isClosing) onEnd(cause === null ? null : endedBy(path, cause, output));
  }
}

/** Resolves when a process has ended: with `null` if it ended in order, else with the cause. */
async function causeOfEnd(child: ChildProcess): Promise<string | null> {
  try {
    const [code, signalName] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    return code === 0 ? null : (signalName ?? `exit code ${code}`);
  } catch (error) {
    return messageOf(error);
  }
}

/** Waits for the last lines of an ended process. Its helpers may hold the pipe open, so not for long. */
async function lastOutput({stderr}: ChildProcess): Promise<void> {
  if (stderr === null || stderr.readableEnded) return;
  await Promise.race([once(stderr, 'end'), setTimeout(LAST_OUTPUT)]);
  stderr.destroy();
}

/** Ends what is left of a browser: it may still write into its profile. */
async function endGroup(child: ChildProcess): Promise<void> {
  signal(child, 'SIGTERM');
  for (let waited = 0; waited < GROUP_PATIENCE && signal(child, 0); waited += STEP) await setTimeout(STEP);

  signal(child, 'SIGKILL');
}

/** Signals a browser and its helpers. Returns whether there was any. */
function signal(child: ChildProcess, name: NodeJS.Signals | 0): boolean {
  if (!HAS_GROUPS || child.pid === undefined) return child.exitCode === null && child.kill(name);

  try {
    return process.kill(-child.pid, name);
  } catch {
    return false;
  }
}

/** Milliseconds between two looks at a browser that ends, and before it is ended by force. */
const STEP = 50;
const GROUP_PATIENCE = 3000;

const HAS_GROUPS = process.platform !== 'win32';

/** Milliseconds for the last lines of an ended browser. */
const LAST_OUTPUT = 200;

function pageThatOpens(url: string): string {
  const target = JSON.stringify(url).replaceAll('<', String.raw`\u003c`);
  return `<!doctype html><meta charset="utf-8"><title>simhost</title><script>location.replace(${target})</script>`;
}

function endedBy(path: string, cause: string, output: string): SimhostError {
  const lines = output.trim().split('\n').slice(-SHOWN_LINES).join('\n');
  return new SimhostError(
    'ERR_BROWSER_ENDED',
    `The browser ${path} ended: ${cause}.${lines === '' ? '' : `\n${lines}`}`,
    {
      next: 'Open the printed address in your own browser, or set SIMHOST_BROWSER to the path of another one.',
    },
  );
}
