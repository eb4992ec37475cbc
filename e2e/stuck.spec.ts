import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.profile.block.render';
const SILENT = 'https://silent.example.com';
const ENDLESS = 'https://endless.example.com';

test.describe('a start that never ends says what it waits for', () => {
  test.use({
    backends: {
      [SILENT]: {
        command:
          'node -e "require(\'http\').createServer(() => {}).listen(process.env.PORT, process.env.HOST)"',
      },
      [ENDLESS]: {
        command: `node -e "require('http').createServer((_, out) => out.setHeader('access-control-allow-origin', '*').write('more')).listen(process.env.PORT, process.env.HOST)"`,
      },
    },
  });

  for (const {name, source, message} of [
    {
      name: 'a promise that does not resolve',
      source: 'export default () => new Promise(() => {});',
      message:
        'its function has not returned, or has not rendered. Its worker answers, so the function awaits a promise that does not resolve.',
    },
    {
      name: 'a backend that does not answer',
      source: `export default () => fetch('${SILENT}/points');`,
      message: `it waits for an answer to GET ${SILENT}/points.`,
    },
    {
      name: 'an answer without an end',
      source: `export default () => fetch('${ENDLESS}/points').then((answer) => answer.text());`,
      message: `it waits for the end of the answer to GET ${ENDLESS}/points.`,
    },
    {
      name: 'an armed case',
      source: 'export default () => shopify.sessionToken.get();',
      message: 'the armed case host-never holds back the token that it waits for.',
    },
  ]) {
    test(name, async ({host}, testInfo) => {
      const toml = '[extensions.capabilities]\nnetwork_access = true\n';
      const folder = await writeExtension(BLOCK, source, testInfo, {toml});
      if (name === 'an armed case') await host.arm('host-never');

      // Only the session token and the backend can be late here: the page itself is open by then.
      await host.goto('/account/profile');
      await expect(host.mount(folder, {timeout: 1500})).rejects.toThrow(
        `Extension "at-target" did not finish starting at ${BLOCK} within 1.5 s: ${message}`,
      );
    });
  }
});

test('a test that pauses in the debugger has as much time as it likes', async ({host, page}, testInfo) => {
  const folder = await writeExtension(BLOCK, 'export default () => document.body.append("120");', testInfo);
  await page.pause();

  // Playwright ignores the timeout of a test from its pause on.
  test.setTimeout(1);
  await expect(await host.mount(folder)).toHaveText('120');
  test.setTimeout(0);
});
