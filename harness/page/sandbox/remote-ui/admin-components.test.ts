import {createRemoteRoot, type RemoteRoot} from '@remote-ui/core';
import {expect, test} from '@playwright/test';
import {rulesOf} from './component-rules.ts';
import {ExtensionTree} from './extension-tree.ts';
import {componentsOf} from './surface-components.ts';

const TARGET = 'admin.product-details.block.render';

/** [component, its props, its element, properties of the element] */
const DRAWN: readonly (readonly [name: string, props: object, tag: string, properties: object])[] = [
  [
    'AdminBlock',
    {title: 'Notes', collapsedSummary: 'Two'},
    's-admin-block',
    {heading: 'Notes', collapsedSummary: 'Two'},
  ],
  ['AdminPrintAction', {src: '/print'}, 's-admin-print-action', {src: '/print'}],
  [
    'BlockStack',
    {gap: true, padding: 'large none'},
    's-stack',
    {direction: 'block', gap: 'base', padding: 'large none'},
  ],
  [
    'BlockStack',
    {inlineAlignment: 'center', blockAlignment: 'end'},
    's-stack',
    {alignItems: 'center', justifyContent: 'end'},
  ],
  [
    'InlineStack',
    {inlineAlignment: 'center', blockAlignment: 'end'},
    's-stack',
    {alignItems: 'end', justifyContent: 'center'},
  ],
  ['Box', {minInlineSize: 200, maxBlockSize: '50%'}, 's-box', {minInlineSize: '200px', maxBlockSize: '50%'}],
  [
    'Button',
    {to: 'app:notes', tone: 'default', variant: 'primary'},
    's-button',
    {href: 'app:notes', tone: 'auto', variant: 'primary'},
  ],
  ['Button', {accessibilityRole: 'reset'}, 's-button', {type: 'reset'}],
  ['Checkbox', {label: 'Gift', value: true}, 's-checkbox', {label: 'Gift', checked: true}],
  [
    'DateField',
    {label: 'Day', disabled: ['Sunday', {end: '2025-01-01'}]},
    's-date-field',
    {disallow: '--2025-01-01', disallowDays: 'sunday'},
  ],
  [
    'Image',
    {source: 'https://cdn.example.com/a.png', accessibilityLabel: 'Hat'},
    's-image',
    {src: 'https://cdn.example.com/a.png', alt: 'Hat'},
  ],
  ['Icon', {name: 'AbandonedCartMajor'}, 's-icon', {type: 'abandoned-cart'}],
  [
    'MoneyField',
    {label: 'Price', value: {amount: 12.5, currencyCode: 'EUR'}},
    's-money-field',
    {label: 'Price', value: 12.5},
  ],
  [
    'NumberField',
    {label: 'Count', min: 1, suffix: 'pcs'},
    's-number-field',
    {label: 'Count', min: 1, suffix: 'pcs'},
  ],
  ['Text', {fontWeight: 'bold-200'}, 's-text', {type: 'strong'}],
  ['Text', {accessibilityRole: 'deletion', fontWeight: 'bold'}, 's-text', {type: 'redundant'}],
  [
    'URLField',
    {label: 'Site', defaultValue: 'https://a.example'},
    's-url-field',
    {defaultValue: 'https://a.example'},
  ],
];

for (const [name, props, element, properties] of DRAWN) {
  test(`draws ${name} with ${JSON.stringify(props)} as ${element}`, async () => {
    const {drawn} = await draw((root) => root.createComponent(name, props));
    expect(drawn).toMatchObject({element, properties});
  });
}

test('draws the options of a select in their groups', async () => {
  const {drawn} = await draw((root) =>
    root.createComponent('Select', {
      label: 'Size',
      options: [
        {value: 'any', label: 'Any'},
        {label: 'Small', options: [{value: 'xs', label: 'Extra small', disabled: true}]},
      ],
    }),
  );

  expect(drawn.children).toMatchObject([
    {element: 's-option', properties: {value: 'any', disabled: false}, children: [{data: 'Any'}]},
    {
      element: 's-option-group',
      properties: {label: 'Small'},
      children: [{element: 's-option', properties: {value: 'xs', disabled: true}}],
    },
  ]);
});

test('draws the choices of a list, and answers with one value or with several', async () => {
  const heard: unknown[] = [];
  const choices = [
    {id: 'a', label: 'First'},
    {id: 'b', label: 'Second', readOnly: true},
  ];
  const onChange = (value: unknown): void => void heard.push(value);

  const {drawn: one} = await draw((root) =>
    root.createComponent('ChoiceList', {choices, value: 'a', onChange}),
  );
  expect(one.properties).toMatchObject({values: ['a'], multiple: false});
  expect(one.children).toMatchObject([
    {element: 's-choice', properties: {value: 'a', disabled: false}, children: [{data: 'First'}]},
    {element: 's-choice', properties: {value: 'b', disabled: true}},
  ]);
  void one.eventListeners['change']?.({state: {values: ['b']}});

  const {drawn: several} = await draw((root) =>
    root.createComponent('ChoiceList', {choices, defaultValue: ['b'], multiple: true, onChange}),
  );
  expect(several.children.map(({properties}) => properties['defaultSelected'])).toEqual([undefined, true]);
  void several.eventListeners['change']?.({state: {values: ['a', 'b']}});
  expect(heard).toEqual(['b', ['a', 'b']]);
});

test('puts the actions of a modal into its slots', async () => {
  const {drawn} = await draw((root) => {
    const primaryAction = root.createFragment();
    void primaryAction.append(root.createComponent('Button', {}, ['Save']));
    return root.createComponent('AdminAction', {title: 'Write', primaryAction}, ['Text']);
  });

  expect(drawn).toMatchObject({element: 's-admin-action', properties: {heading: 'Write'}});
  expect(drawn.children[0]).toMatchObject({element: 's-button', properties: {slot: 'primary-action'}});
});

test('keeps the currency of an amount that the merchant changes', async () => {
  const heard: unknown[] = [];
  const {drawn} = await draw((root) =>
    root.createComponent('MoneyField', {
      label: 'Price',
      value: {amount: 12, currencyCode: 'EUR'},
      onChange: (value: unknown) => heard.push(value),
    }),
  );

  void drawn.eventListeners['change']?.({state: {value: '15.5'}});
  expect(heard).toEqual([{amount: 15.5, currencyCode: 'EUR'}]);
});

test('lets the page wait for the promise of a form, and reports its rejection to the page alone', async () => {
  const {drawn, reported} = await draw((root) =>
    root.createComponent('Form', {
      onSubmit: () => Promise.reject(new Error('not saved')),
      onReset: () => {},
    }),
  );

  await expect(drawn.eventListeners['submit']?.({})).rejects.toThrow('not saved');
  await expect(drawn.eventListeners['reset']?.({})).resolves.toBeUndefined();
  expect(reported).toEqual([]);
});

interface RenderedNode {
  readonly element: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly eventListeners: Readonly<Record<string, (detail: object) => unknown>>;
  readonly children: readonly RenderedNode[];
}

async function draw(
  create: (root: RemoteRoot) => ReturnType<RemoteRoot['createComponent']>,
): Promise<{readonly drawn: RenderedNode; readonly reported: readonly unknown[]}> {
  const sent: unknown[] = [];
  const reported: unknown[] = [];
  const tree = new ExtensionTree((records) => sent.push(...records), {
    reportError: (error) => reported.push(error),
    callElement: () => undefined,
    ...rulesOf(TARGET),
  });

  const root: RemoteRoot = createRemoteRoot((type, ...payload) => tree.receive([type, ...payload]), {
    components: [...componentsOf(TARGET, '2025-07')],
    strict: true,
  });
  void root.append(create(root));
  await root.mount();

  tree.flush();
  const [[, , drawn]] = sent as [[number, string, RenderedNode]];
  return {drawn, reported};
}
