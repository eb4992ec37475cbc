import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {TestInfo} from '@playwright/test';
import {loadExtension} from '../../harness/node/extension/load.ts';
import {createSimulation} from 'simhost';
import {coreOf} from '../core-of.ts';
import {test} from '../with-server.ts';
import {openFloor} from './floor.ts';
import {recordAim, roundsOf} from './figures.ts';
import {inTurns, ratioOf, report, timed, untilReady} from './measure.ts';

const ROUNDS = roundsOf(11);
const ORDER_STATUS = 'customer-account.order-status.block.render';
type Version = '2023-04' | '2023-07' | '2025-07' | '2026-07';

const POINT = 'Checkout::OrderStatus::Dynamic::Render';

const GENERATIONS: Record<Version, {target: string; floor: string; source: string}> = {
  '2023-04': {
    target: POINT,
    floor: 'floor-worker-remote-ui.ts',
    source: `import {render, Heading} from '@shopify/checkout-ui-extensions-react';
render('${POINT}', () => <Heading>Ready</Heading>);`,
  },
  '2023-07': {
    target: POINT,
    floor: 'floor-worker-remote-ui.ts',
    source: `import {reactExtension, Heading} from '@shopify/ui-extensions-react/checkout';
export default reactExtension('${POINT}', () => <Heading>Ready</Heading>);`,
  },
  '2025-07': {
    target: ORDER_STATUS,
    floor: 'floor-worker-remote-ui.ts',
    source: `import {reactExtension, Heading} from '@shopify/ui-extensions-react/customer-account';
export default reactExtension('${ORDER_STATUS}', () => <Heading>Ready</Heading>);`,
  },
  '2026-07': {
    target: ORDER_STATUS,
    floor: 'floor-worker.ts',
    source: `import '@shopify/ui-extensions/preact';
import {render} from 'preact';
export default async () => render(<s-heading>Ready</s-heading>, document.body);`,
  },
};

for (const [version, {target, floor: entry, source}] of Object.entries(GENERATIONS) as [
  Version,
  (typeof GENERATIONS)[Version],
][]) {
  test(`mount to first render of ${version}, against a bare worker`, async ({
    simhostServer,
    browser,
    contextOptions,
    userAgent,
  }, testInfo) => {
    const extension = await loadExtension(await written(version, target, source, testInfo));
    const floor = await openFloor(extension.bundle.code, entry);
    const simulation = createSimulation();
    const gateway = await simhostServer.open(coreOf(simulation));

    const open = async (url: string, options: object): Promise<number> => {
      const context = await browser.newContext({...contextOptions, ...options});
      const page = await context.newPage();
      const time = await timed(async () => {
        await page.goto(url, {waitUntil: 'commit'});
        await untilReady(page);
      });

      await context.close();
      return time;
    };

    const through = {proxy: {server: gateway.proxy}, ignoreHTTPSErrors: true, userAgent};
    const mounts = await inTurns(ROUNDS, {
      'floor: goto + bare worker': () =>
        open(floor.url, {proxy: {server: gateway.proxy, bypass: '127.0.0.1'}}),
      'host page, bundle cached': async () => {
        const mounted = await coreOf(simulation).extensions.mount(extension);
        const time = await open(coreOf(simulation).addresses.ofTargetWithId(target), through);
        mounted.remove();
        return time;
      },
    });

    console.log(report(`Mount to first render, ${version}`, mounts));
    const ratio = {of: 'host page, bundle cached', to: 'floor: goto + bare worker'};
    recordAim(`mount ${version}`, ratioOf(mounts, ratio));

    await gateway.close();
    await floor.close();
  });
}

async function written(version: string, target: string, source: string, testInfo: TestInfo): Promise<string> {
  const folder = testInfo.outputPath('extension');
  const packages = version === '2026-07' ? '.' : `fixtures/extensions/loyalty-${version}`;

  await mkdir(`${folder}/src`, {recursive: true});
  await symlink(resolve(packages, 'node_modules'), `${folder}/node_modules`);
  const importSource = version === '2026-07' ? 'preact' : 'react';
  await writeFile(
    `${folder}/tsconfig.json`,
    JSON.stringify({compilerOptions: {jsx: 'react-jsx', jsxImportSource: importSource}}),
  );

  await writeFile(`${folder}/src/index.jsx`, source);
  const toml =
    version === '2023-04'
      ? `type = "checkout_ui_extension"\nname = "Bench"\nextension_points = ['${target}']\n`
      : `api_version = "${version}"\n[[extensions]]\ntype = "ui_extension"\nname = "Bench"\nhandle = "bench"\n[[extensions.targeting]]\nmodule = "./src/index.jsx"\ntarget = "${target}"\n`;

  await writeFile(
    `${folder}/${version === '2023-04' ? 'shopify.ui.extension.toml' : 'shopify.extension.toml'}`,
    toml,
  );

  return folder;
}
