import {mkdir, writeFile} from 'node:fs/promises';
import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

const SUGGEST = 'purchase.address-autocomplete.suggest';
const FORMAT = 'purchase.address-autocomplete.format-suggestion';
const ROADS = `const ROADS = ['12 Engine Street', '12 Engine Yard'];
export default async ({target, signal, localization}) => ({
  suggestions: ROADS.filter((road) => road.startsWith(target.value)).map((label, index) => ({label: label + ' ' + localization.country.isoCode, id: String(index)})),
  aborted: signal.aborted,
});
`;

test('address suggestions come back as the extension returned them', async ({host}, testInfo) => {
  const folder = await writeExtension(SUGGEST, ROADS, testInfo);
  const output = await host.run(folder, {target: SUGGEST, input: {field: 'address1', value: '12 Engine Y'}});
  expect(output).toEqual({suggestions: [{label: '12 Engine Yard US', id: '0'}], aborted: false});
});

test('a target that returns a value cannot be mounted', async ({host}, testInfo) => {
  const folder = await writeExtension(SUGGEST, ROADS, testInfo);
  await expect(host.mount(folder)).rejects.toThrow(/does not render[\s\S]*host\.run/);
});

test('an abort reaches the extension', async ({host}, testInfo) => {
  const source = `export default ({signal}) => new Promise((resolve, reject) => {
    console.log('typing');
    signal.addEventListener('abort', () => reject(new Error('aborted: ' + signal.aborted)));
  });`;

  const folder = await writeExtension(SUGGEST, source, testInfo);
  const abortion = new AbortController();
  const running = host.run(folder, {
    target: SUGGEST,
    input: {field: 'address1', value: '1'},
    signal: abortion.signal,
  });

  const failed = expect(running).rejects.toThrow(/aborted: true/);

  await expect.poll(() => host.logs.all.some(({text}) => text === 'typing')).toBe(true);
  abortion.abort();
  await failed;
});

test('a suggestion is formatted into an address, and a wrong form is an error that says what is expected', async ({
  host,
}, testInfo) => {
  const good = await writeExtension(
    FORMAT,
    `export default ({target}) => ({formattedAddress: {address1: target.selectedSuggestion.label}});`,
    testInfo,
    {name: 'good'},
  );

  const input = {selectedSuggestion: {label: '12 Engine Street'}};

  expect(await host.run(good, {target: FORMAT, input})).toEqual({
    formattedAddress: {address1: '12 Engine Street'},
  });

  const bad = await writeExtension(FORMAT, `export default () => ({address: {}});`, testInfo, {name: 'bad'});
  await expect(host.run(bad, {target: FORMAT, input})).rejects.toThrow(
    /`formattedAddress` must be an object[\s\S]*Return \{formattedAddress/,
  );
});

test('a condition is asked without showing its target', async ({host, page}, testInfo) => {
  const render = 'customer-account.profile.block.render';
  const folder = testInfo.outputPath('conditioned');

  await mkdir(`${folder}/src`, {recursive: true});
  await writeFile(
    `${folder}/shopify.extension.toml`,
    `api_version = "2026-07"
[[extensions]]
name = "Conditioned"
handle = "conditioned"
type = "ui_extension"
  [[extensions.targeting]]
  module = "./src/Target.js"
  target = "${render}"
    [extensions.targeting.should_render]
    module = "./src/Condition.js"
`,
  );

  await writeFile(`${folder}/src/Target.js`, showing("'shown'"));
  await writeFile(
    `${folder}/src/Condition.js`,
    `export default () => ({display: shopify.authenticatedAccount.customer.value !== undefined});`,
  );

  const target = 'customer-account.profile.block.should-render';
  expect(await host.run(folder, {target})).toEqual({display: true});
  await host.signOut();
  expect(await host.run(folder, {target})).toEqual({display: false});
  await expect(page.getByText('shown')).toHaveCount(0);
  await expect(host.run(folder, {target: render})).rejects.toThrow(
    /renders and returns nothing[\s\S]*host\.mount/,
  );
});
