// Extensions that keep their worker or the page busy, in both generations. Each mount ends with its cause.
import type {Browser} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {writeExtension, writeReactExtension} from './written-extension.ts';

const TARGET = 'customer-account.profile.block.render';

/** Milliseconds of a mount. The worker begins in that time, also on a busy machine. */
const LIMIT = 3000;

const START =
  'Extension "[\\w-]+" did not finish starting at customer-account.profile.block.render within \\d';
const LOOPS = `${START}.* s: its worker does not answer\\. It is in an endless loop, or in a long computation\\.\\nLook for a loop`;
const FLOODED = `${START}.* s: the host page does not answer\\. It is busy: .*\\.\\nLook for a loop that calls the API`;
const LATE = `${START}.* s: it ended just after\\. The extension, its page or the machine was busy\\.\nDo less at the start`;

interface Fault {
  readonly name: string;
  /** The function of the target. `add(text)` shows a string. */
  readonly body: string;
  readonly outcome: string;
}

const FAULTS: readonly Fault[] = [
  {name: 'loops for ever', body: 'while (true) {}', outcome: LOOPS},
  {
    name: 'posts a million messages',
    body: `for (let count = 0; count < 1_000_000; count++) postMessage({count}); add('sent');`,
    outcome: `^shown$|${LOOPS}|${FLOODED}|${LATE}`,
  },
  {
    name: 'renders 50,000 nodes',
    body: 'for (let count = 0; count < 50_000; count++) add(String(count));',
    outcome: `^shown$|${LOOPS}|${FLOODED}|${LATE}`,
  },
];

/** The module of the target in each generation. */
const MODULES: Readonly<Record<string, (body: string) => string>> = {
  'remote-dom': (body) => `export default () => {
    const add = (text) => document.body.append(Object.assign(document.createElement('s-text'), {textContent: text}));
    ${body}
  };`,
  'remote-ui': (body) => `import {extension, Text} from '@shopify/ui-extensions/customer-account';
  export default extension('${TARGET}', (root) => {
    const add = (text) => root.append(root.createComponent(Text, {}, text));
    ${body}
  });`,
};

for (const [wire, moduleOf] of Object.entries(MODULES)) {
  for (const {name, body, outcome} of FAULTS) {
    test(`${wire}: an extension that ${name} is named, and ends with its page`, async ({
      host,
      page,
      browser,
    }, testInfo) => {
      const source = moduleOf(body);
      const folder =
        wire === 'remote-ui'
          ? await writeReactExtension({version: '2025-07', target: TARGET, source}, testInfo)
          : await writeExtension(TARGET, source, testInfo);
      await host.goto('/account/profile');
      const shown = await host.mount(folder, {timeout: LIMIT}).then(
        () => 'shown',
        (error: Error) => error.message,
      );
      expect(shown).toMatch(new RegExp(outcome));

      const busiest = await busiestRenderer(browser);
      await page.close();
      await expect
        .poll(() => renderersOf(browser).then((all) => all.map(({id}) => id)))
        .not.toContain(busiest);
    });
  }
}

test('remote-ui: each callback that throws is an error with its line, and the extension goes on', async ({
  host,
}, testInfo) => {
  const source = `import {extension, Button, Text} from '@shopify/ui-extensions/customer-account';
export default extension('${TARGET}', (root, {authenticatedAccount}) => {
  const said = root.createText('Ready');
  const throwing = (moment) => () => {
    said.update('Threw ' + moment);
    throw new Error('thrown ' + moment);
  };
  const press = throwing('in a press');
  const onPress = () => {
    setTimeout(throwing('in a timer'));
    press();
  };
  root.append(root.createComponent(Button, {onPress}, 'Throw'), root.createComponent(Text, {}, said));
  authenticatedAccount.customer.subscribe(throwing('in a signal'));
});`;
  const folder = await writeReactExtension({version: '2025-07', target: TARGET, source}, testInfo);
  const extension = await host.mount(folder);

  await extension.getByRole('button', {name: 'Throw'}).click();
  for (const moment of ['in a press', 'in a timer']) {
    const {error} = await host.errors.waitFor(`thrown ${moment}`);
    expect(error.stack).toContain('src/index.jsx:6:');
  }
  await expect(extension.getByText('Threw in a timer')).toBeVisible();

  await host.signIn('bea');
  await host.errors.waitFor('thrown in a signal');
  await expect(extension.getByText('Threw in a signal')).toBeVisible();
});

interface Renderer {
  readonly id: number;
  /** Seconds of processor time. */
  readonly cpuTime: number;
}

async function renderersOf(browser: Browser): Promise<readonly Renderer[]> {
  const session = await browser.newBrowserCDPSession();
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({type}) => type === 'renderer');
}

/** The process of the page, which has worked most. */
async function busiestRenderer(browser: Browser): Promise<number | undefined> {
  const all = await renderersOf(browser);
  return all.toSorted((one, other) => other.cpuTime - one.cpuTime)[0]?.id;
}
