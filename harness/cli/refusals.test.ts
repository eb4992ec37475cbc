import {createServer} from 'node:http';
import {expect, test} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import {extensionFolder, targeting, toml} from '../node/extension/extension.fixture.ts';
import {close, listen} from '../node/server/loopback.ts';
import * as audit from './audit.ts';
import * as cases from './cases.ts';
import * as dev from './dev.ts';
import * as doctor from './doctor.ts';
import * as init from './init.ts';
import * as serve from './serve.ts';
import * as token from './token.ts';
import * as vtex from './vtex.ts';

const COMMANDS = {audit, cases, dev, doctor, init, serve, token, vtex};
const [LOYALTY, GIFT_NOTE] = ['fixtures/extensions/loyalty', 'fixtures/extensions/gift-note'];
const STORE = ['fixtures/storefronts/orders', '--backend', 'https://acme.myvtex.com=http://127.0.0.1:1'];

for (const [name, args, message] of [
  [
    'cases',
    ['--profile', 'chekout'],
    'Invalid value "chekout" for option --profile.\nDid you mean "checkout"?',
  ],
  ['cases', ['exp-past-6 0'], 'Did you mean "exp-past-60"?'],
  ['token', [], 'Missing token kind.'],
  ['token', ['chekout'], 'Unknown token kind "chekout"'],
  ['token', ['checkout', '--shp', 'x'], 'Did you mean "--shop"?'],
  ['token', ['checkout', '--shop', 'https://x'], 'Not a shop domain: "https://x"'],
  ['token', ['checkout', '--customer', 'carl'], 'Unknown customer "carl".\nKnown: ada, bea, guest.'],
  ['token', ['checkout', '--customer', 'gest'], 'Unknown customer "gest".\nDid you mean "guest"?'],
  ['token', ['checkout', '--claim', 'exp'], 'Not a claim: exp'],
  ['token', ['checkout', '--case', 'exp'], 'Unknown case "exp"'],
  ['token', ['checkout', '--secret', ''], "The app's clientSecret is empty"],
  ['token', ['checkout', '--config', 'staging'], 'No shopify.app.staging.toml in '],
  ['token', ['vtex-admin', '--config', 'staging'], '--config does not apply to a vtex-admin token.'],
  ['audit', ['--onyl', 'x'], 'Did you mean "--only"?'],
  ['vtex', ['login', '--dri', 'x'], 'Did you mean "--dir"?'],
  ['doctor', ['a', 'b'], 'Unexpected argument: b.'],
  ['doctor', ['--backend', 'myapp.com'], 'Not a backend: myapp.com'],
  ['doctor', ['--path', 'api'], 'Not a path: api'],
  ['doctor', ['--jsn'], 'Did you mean "--json"?'],
  ['init', ['a', 'b'], 'Unexpected argument: b.'],
  ['init', ['--dry-rnu'], 'Did you mean "--dry-run"?'],
  ['init', ['no/such/folder'], 'no/such/folder does not exist.'],
  ['init', ['docs'], 'docs has no embedded app, UI extension, Shop Mini, VTEX storefront or page of Vite.'],
  ['serve', ['here'], 'Unexpected argument: here.'],
  ['serve', ['--prot', '80'], 'Did you mean "--port"?'],
  ['serve', ['--port', '80x'], 'Not a port: 80x'],
  ['serve', ['--port', '70000'], 'Not a port: 70000'],
  ['serve', ['--shop', 'acme'], 'Not a shop domain: "acme"'],
  [
    'serve',
    ['--scopes', 'read_orders write_products'],
    '"read_orders write_products" is not an access scope',
  ],
  ['serve', ['--secret', ''], "The app's clientSecret is empty"],
  ['serve', ['--customer', 'bob'], 'Unknown customer "bob"'],
  ['serve', ['--locale', '?'], '"?" is not a BCP 47 language tag'],
  ['serve', ['--id-file', 'no/such/folder/id'], 'no/such/folder/id: ENOENT'],
  ['serve', ['--id-file', 'package.json'], 'package.json exists and does not contain the id'],
  ['dev', ['no/such/folder'], 'no/such/folder'],
  ['dev', [LOYALTY, '--traget', 'x'], 'Did you mean "--target"?'],
  ['dev', [LOYALTY, '--customer', 'bob'], 'Known: ada, bea, guest.'],
  [
    'dev',
    [LOYALTY, '--target', 'customer-account.profle.block.render'],
    'No target "customer-account.profle.block.render"',
  ],
  ['dev', [LOYALTY, '--settings', 'headlin=Points'], 'No setting "headlin" in shopify.extension.toml.'],
  [
    'dev',
    [LOYALTY, '--settings', 'no/such/file.json'],
    '--settings no/such/file.json is neither key=value nor a file',
  ],
  [
    'dev',
    [LOYALTY, GIFT_NOTE, '--target', 'purchase.thank-you.block.render'],
    'These extensions do not share a page: ',
  ],
  ['dev', [LOYALTY, 'no/such/folder'], 'no/such/folder'],
  [
    'dev',
    ['fixtures/extensions/styles/dom', '--origin', 'shopifycdn'],
    'Extensions cannot have the origin "shopifycdn" here',
  ],
  [
    'dev',
    ['fixtures/extensions/styles/dom', '--origin', 'same-origin'],
    "the page's own origin is localhost here",
  ],
  ['dev', ['fixtures/extensions/styles/dom', '--origin', 'opaqe'], 'Did you mean "opaque"?'],
  ['dev', ['fixtures/extensions/styles/dom', '--layout', 'onepage'], 'checkout.layout is "onepage".'],
  ['dev', ['fixtures/minis/points', '--target', 'x'], '--target is for extensions, and this is a Shop Mini.'],
  ['dev', ['fixtures/minis/points', LOYALTY], 'A Mini is shown alone.'],
  ['dev', [...STORE, '--locale', 'fr'], '--locale is for extensions, and this is a VTEX store.'],
  [
    'dev',
    [...STORE, '--customer', '{"id": "gid://shopify/Customer/7004"}'],
    'VTEX has no shopper "gid://shopify/Customer/7004".',
  ],
] as const) {
  test(`simhost ${name} ${args.join(' ')} is refused in one to three lines`, async () => {
    const error: unknown = await COMMANDS[name].run(args).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );

    expect(error).toBeInstanceOf(SimhostError);
    const text = (error as SimhostError).message;
    expect(text).toContain(message);
    expect(text.split('\n').length).toBeLessThanOrEqual(3);
  });
}

for (const [target, customer, said, next] of [
  [
    'customer-account.profile.company-details.render-after',
    'ada',
    'shows only to customers who buy for a company',
    '--customer bea',
  ],
  ['purchase.address-autocomplete.suggest', 'ada', 'does not render; it returns a value', 'host.run(folder'],
  [
    'purchase.checkout.shipping-option-list.render-after',
    'guest',
    'no delivery address is set',
    '--customer ada on the command line',
  ],
] as const) {
  test(`dev refuses ${target}, which cannot be shown to ${customer}, by name`, async ({}, info) => {
    const folder = await extensionFolder(info, {
      'shopify.extension.toml': toml({targets: targeting(target, './src/Target.js')}),
      'src/Target.js': 'export default () => {};',
    });

    const error = await dev
      .run([folder, '--customer', customer, '--port', '0'])
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(SimhostError);
    expect((error as SimhostError).message).toContain(said);
    expect((error as SimhostError).message).toContain(next);
  });
}

test('dev names a port that is in use', async () => {
  const other = createServer();
  const port = String(await listen(other));
  await expect(dev.run(['fixtures/extensions/styles/dom', '--port', port])).rejects.toThrow(
    `Port ${port} is in use by another program.`,
  );
  await close(other);
});
