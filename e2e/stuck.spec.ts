import {expect, test} from 'simhost/playwright';
import {runSpecs} from './inner-run.ts';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.profile.block.render';
const SILENT = 'https://silent.example.com';

/** Changes the page at the press of a button, and then never ends. */
const LOOPING = `export default () => {
  const button = Object.assign(document.createElement('s-button'), {textContent: 'Loop'});
  button.addEventListener('click', () => {
    for (;;) {}
  });
  document.body.append(button);
};
`;

test.describe('a start that never ends says what it waits for', () => {
  test.use({
    backends: {
      [SILENT]: {
        command:
          'node -e "require(\'http\').createServer(() => {}).listen(process.env.PORT, process.env.HOST)"',
      },
    },
  });

  for (const {name, source, message} of [
    {
      name: 'a promise that does not resolve',
      source: 'export default () => new Promise(() => {});',
      message:
        'its function has not returned, or has not rendered. Its worker answers, so it awaits a promise that does not resolve.',
    },
    {
      name: 'a backend that does not answer',
      source: `export default () => fetch('${SILENT}/points');`,
      message: `it waits for an answer to GET ${SILENT}/points.`,
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

test.describe('a whole run', () => {
  test.setTimeout(240_000); // a whole run of its own

  test('endless loops and other browsers fail by name, before the time-out of Playwright', async ({}, testInfo) => {
    const looping = await writeExtension(BLOCK, LOOPING, testInfo, {name: 'looping'});
    const endless = await writeExtension(BLOCK, 'export default () => { for (;;) {} };', testInfo, {
      name: 'endless',
    });

    const stuck = `import {test, expect} from 'simhost/playwright';
test.setTimeout(10_000);
test('start', async ({host}) => { await host.mount('${endless}', {timeout: 1500}); });
const press = async (host) => {
  const extension = await host.mount('${looping}');
  await extension.getByRole('button', {name: 'Loop'}).click();
  return extension;
};
test('green but for the loop', async ({host}) => { await press(host); });
test('locator', async ({host}) => {
  const extension = await press(host);
  await expect(extension.getByText('Done')).toBeVisible({timeout: 100});
});
test('update', async ({host}) => {
  await press(host);
  await host.update({locale: 'fr'});
});`;

    const projects = [
      {name: 'chromium', testMatch: 'stuck.spec.ts'},
      {name: 'firefox', testMatch: 'other.spec.ts', use: {browserName: 'firefox'}},
    ];

    const other = `import {test} from 'simhost/playwright';\ntest('page', async ({host}) => { await host.goto('/account'); });`;
    const {stdout} = await runSpecs(
      testInfo.outputPath('suite'),
      {'stuck.spec.ts': stuck, 'other.spec.ts': other},
      {projects},
    );

    expect(stdout).toContain('5 failed');
    expect(stdout).toMatch(
      /Extension "endless" did not finish starting at \S+ within 1\.5 s: its worker does not answer\. It is in an endless loop/,
    );

    const sentence = `The worker of extension "looping" at ${BLOCK} does not answer. It is in an endless loop, or in a long computation.`;
    expect(stdout).toContain(`SimhostError: ${sentence}`);
    expect(stdout).toMatch(
      /attachment #\d: extension hangs \(text\/plain\) ─+\s+The worker of extension "looping"/,
    );

    expect(stdout).toMatch(/host\.update\(\) did not end within \S+ s\. The worker of extension "looping"/);
    expect(stdout).toContain('simhost runs in Chromium only; the project "firefox" asks for firefox.');
  });
});
