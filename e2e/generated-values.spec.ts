import {readFile} from 'node:fs/promises';
import {expect, test} from 'simhost/playwright';
import {runSpecs} from './inner-run.ts';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.order-status.block.render';
const API_ACCESS = '  [extensions.capabilities]\n  api_access = true\n';

/** A test that passes, and two that read the same product: one of its own values, and one that is generated. */
const SPEC = `import {test, expect} from 'simhost/playwright';

for (const field of ['url', 'thumbhash']) {
  test(field, async ({host}) => {
    const extension = await host.mount('../' + field);
    await expect(extension.getByText('"' + field + '"')).toBeVisible();
  });
}
`;

interface Report {
  readonly suites: readonly {readonly specs: readonly Spec[]}[];
}

interface Spec {
  readonly title: string;
  readonly ok: boolean;
  readonly tests: readonly {
    readonly results: readonly {
      readonly attachments: readonly {readonly name: string; readonly body?: string}[];
    }[];
  }[];
}

test('a test that passes with a generated value says so in its attachments', async ({}, testInfo) => {
  for (const field of ['url', 'thumbhash'])
    await writeExtension(BLOCK, reading(field), testInfo, {toml: API_ACCESS, name: field});

  const outputFile = testInfo.outputPath('report.json');
  await runSpecs(
    testInfo.outputPath('project'),
    {'values.spec.ts': SPEC},
    {reporter: [['json', {outputFile}]]},
  );
  const {suites} = JSON.parse(await readFile(outputFile, 'utf8')) as Report;
  const specs = suites.flatMap((suite) => suite.specs);

  expect(specs.map(({title, ok}) => [title, ok])).toEqual([
    ['url', true],
    ['thumbhash', true],
  ]);
  expect(specs.map(attachedTo)).toEqual([
    [],
    [
      'Answers with generated values, which the world does not have:\n' +
        '  POST https://acme.myshopify.com/api/2026-04/graphql.json: product.featuredImage.thumbhash\n' +
        "If the test relies on one of them, give it a value of your own: host.resolve('Product', {title: () => 'Tea'}).",
    ],
  ]);
});

function attachedTo({tests}: Spec): readonly string[] {
  const attachments = tests.flatMap(({results}) => results.flatMap((result) => result.attachments));
  return attachments
    .filter(({name}) => name === 'generated values')
    .map(({body = ''}) => Buffer.from(body, 'base64').toString());
}

/** A module that shows a field of a product's image. */
function reading(field: string): string {
  return `export default async () => {
  const query = '{ product(id: "gid://shopify/Product/3001") { featuredImage { ${field} } } }';
  const {data} = await shopify.query(query, {version: '2026-04'});
  document.body.append(Object.assign(document.createElement('s-text'), {textContent: JSON.stringify(data)}));
};
`;
}
