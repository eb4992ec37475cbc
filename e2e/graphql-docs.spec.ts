import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {codeBlocks} from './code-blocks.ts';
import {runSpecs} from './inner-run.ts';
import {writeExtensionFolder} from './written-extension.ts';

const ORDER_STATUS = 'customer-account.order-status.block.render';

/** Functions that the extensions share. */
const SHARED = `
const text = document.createElement('s-text');
document.body.append(text);
const say = (words) => (text.textContent = words);
const button = (name, act) => {
  const made = Object.assign(document.createElement('s-button'), {textContent: name});
  made.addEventListener('click', act);
  document.body.append(made);
};
const ask = async (query, variables) => {
  const body = JSON.stringify({query, variables});
  const answer = await fetch('shopify:customer-account/api/2026-04/graphql.json', {method: 'POST', body});
  return answer.json();
};
`;

/** The extensions that the examples mount, by name: target, and what it does. */
const EXTENSIONS: Readonly<Record<string, readonly [target: string, code: string]>> = {
  subscribe: [
    'purchase.checkout.block.render',
    `button('Subscribe', () => {
      const [{id}] = shopify.lines.value;
      return shopify.applyCartLinesChange({type: 'updateCartLine', id, sellingPlanId: 'gid://shopify/SellingPlan/8001'});
    });`,
  ],
  subscriptions: [
    ORDER_STATUS,
    `const contractId = 'gid://shopify/SubscriptionContract/1001';
    const CYCLES = '{ customer { subscriptionContract(id: "' + contractId + '") { nextBillingDate upcomingBillingCycles(first: 1) { nodes { cycleIndex } } } } }';
    const read = async () => (await ask(CYCLES)).data.customer.subscriptionContract;
    const show = async () => {
      const day = new Date((await read()).nextBillingDate);
      say('Next delivery: ' + day.toLocaleDateString('en-US', {month: 'long', day: 'numeric', timeZone: 'UTC'}));
    };
    await show();
    button('Skip', async () => {
      const [{cycleIndex: index}] = (await read()).upcomingBillingCycles.nodes;
      const SKIP = 'mutation ($input: SubscriptionBillingCycleInput!) { subscriptionBillingCycleSkip(billingCycleInput: $input) { userErrors { message } } }';
      await ask(SKIP, {input: {contractId, selector: {index}}});
      await show();
    });`,
  ],
  loyalty: [
    ORDER_STATUS,
    `const {data} = await ask('{ customer { firstName emailAddress { emailAddress } } }');
    say(['Hello', data.customer.firstName, data.customer.emailAddress.emailAddress ?? ''].join(' ').trim());`,
  ],
};

/** The backend of the storefront, which the examples start as `node server.js`. */
const SERVER = `import {createServer} from 'node:http';

if (process.env.PRIVATE_STOREFRONT_API_TOKEN !== 'shpat_of-my-app') await import('./accounts.js');
else {
  const PAGE = '<!doctype html><title>Shop</title><button onclick="fetch(\\'/cart\\', {method: \\'POST\\'})">Add to cart</button>';
  const query = 'mutation { cartCreate(input: {lines: [{merchandiseId: "gid://shopify/ProductVariant/30011"}]}) { cart { id } } }';
  const headers = {
    'Content-Type': 'application/json',
    'Shopify-Storefront-Private-Token': process.env.PRIVATE_STOREFRONT_API_TOKEN,
    'Shopify-Storefront-Buyer-IP': '192.0.2.1',
  };
  createServer(async ({method}, response) => {
    if (method === 'GET') return response.writeHead(200, {'content-type': 'text/html'}).end(PAGE);
    const address = 'https://acme.myshopify.com/api/2026-04/graphql.json';
    const answer = await fetch(address, {method: 'POST', headers, body: JSON.stringify({query})});
    response.end(await answer.text());
  }).listen(Number(process.env.PORT), '127.0.0.1');
}
`;

test.setTimeout(240_000); // a whole inner run

test('the tests of docs/graphql.md pass, with the extensions and the backend that they speak of', async ({}, testInfo) => {
  const folder = testInfo.outputPath('project');
  await mkdir(folder, {recursive: true});
  for (const [name, [target, code]] of Object.entries(EXTENSIONS)) await write(folder, name, target, code);
  await cp('fixtures/storefronts/accounts/server.js', join(folder, 'accounts.js'));
  await writeFile(join(folder, 'server.js'), SERVER);

  const blocks = codeBlocks(await readFile('docs/graphql.md', 'utf8'), 'ts');
  const examples = blocks.filter((code) => /^test\(/m.test(code));
  const specs = examples.map((code, index) => [`example-${index}.spec.ts`, code] as const);
  const {stdout, stderr} = await runSpecs(folder, Object.fromEntries(specs));
  expect(stderr).toBe('');

  expect(stdout).toMatch(new RegExp(`^ +${examples.length} passed`, 'm'));
  for (const [, title = ''] of examples.join('\n').matchAll(/^test\('(.*?)'/gm))
    expect(stdout).toContain(title);
  expect(examples.length).toBeGreaterThan(6);
});

async function write(folder: string, handle: string, target: string, code: string): Promise<void> {
  const source = `export default async () => {${SHARED}${code}\n};\n`;
  await writeExtensionFolder(join(folder, 'extensions', handle), {handle, target, source});
}
