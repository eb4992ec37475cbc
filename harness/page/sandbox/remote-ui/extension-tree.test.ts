import {createRemoteRoot, type RemoteRoot} from '@remote-ui/core';
import {expect, test} from '@playwright/test';
import {rulesOf} from './component-rules.ts';
import {COMPONENTS} from './components.ts';
import {ExtensionTree} from './extension-tree.ts';
import {hybridRoot} from './hybrid-root.ts';
import {componentsOf} from './surface-components.ts';

const ALL = componentsOf('customer-account.page.render', '2025-07');

test('each generation and surface has as many components as its package, each rendered as an element of the page', () => {
  expect(componentsOf('Checkout::Dynamic::Render', '2023-04')).toHaveLength(42);
  expect(componentsOf('purchase.checkout.block.render', '2023-07')).toHaveLength(42);
  const checkout = componentsOf('purchase.checkout.block.render', '2025-07');
  expect(checkout).toHaveLength(60);
  expect(ALL.filter((name) => !checkout.includes(name))).toHaveLength(8);
  expect([...new Set([...checkout, ...ALL])].toSorted()).toEqual(Object.keys(COMPONENTS).toSorted());
});

test('rendered, changed, moved and removed components reach the page as records of remote-dom', async () => {
  const {root, records} = opened();
  const text = root.createText('Hello');
  const banner = root.createComponent('Banner', {title: 'Points', status: 'success'}, [text]);
  const button = root.createComponent('Button', {onPress: () => {}}, ['Refresh']);

  void root.append(banner, button);
  await root.mount();

  expect(await records()).toEqual([
    [
      0,
      '~',
      expect.objectContaining({
        element: 's-banner',
        properties: {heading: 'Points', tone: 'success', dismissible: false},
      }),
      0,
    ],
    [
      0,
      '~',
      expect.objectContaining({element: 's-button', eventListeners: {click: expect.any(Function)}}),
      1,
    ],
  ]);

  void banner.updateProps({title: 'More points'});
  void text.update('Welcome');
  expect(await records()).toEqual([
    [3, banner.id, 'heading', 'More points', 1],
    [2, text.id, 'Welcome'],
  ]);

  void root.insertBefore(button, banner);
  expect(await records()).toEqual([
    [1, '~', 1],
    [0, '~', expect.objectContaining({id: button.id}), 0],
  ]);

  void root.removeChild(banner);
  expect(await records()).toEqual([[1, '~', 1]]);
});

test('a new function in a prop needs no message, and the event reaches it', async () => {
  const {root, records} = opened();
  const heard: string[] = [];
  const field = root.createComponent('TextField', {
    label: 'Name',
    onChange: (value: string) => heard.push(`first ${value}`),
  });

  void root.append(field);
  await root.mount();
  const [[, , drawn]] = (await records()) as [
    [number, string, {eventListeners: {change(detail: object): void}}],
  ];

  void field.updateProps({onChange: (value: string) => heard.push(`second ${value}`)});
  expect(await records()).toEqual([]);
  drawn.eventListeners.change({state: {value: 'Ada'}});
  expect(heard).toEqual(['second Ada']);
});

test('a fragment in a prop is in its slot, and an overlay follows its activator', async () => {
  const {root, records} = opened();
  const action = root.createFragment();
  void action.append(root.createComponent('Button', {}, ['Save']));
  const overlay = root.createFragment();
  void overlay.append(root.createComponent('Modal', {id: 'terms', title: 'Terms', primaryAction: action}));
  void root.append(root.createComponent('Button', {overlay}, ['Read']));
  await root.mount();
  const [read, modal] = (await records()).map((record) => (record as [number, string, RenderedNode])[2]);
  expect(read?.properties).toEqual({commandFor: 'terms', command: '--auto'});
  expect(modal).toMatchObject({element: 's-modal', properties: {id: 'terms', heading: 'Terms'}});
  expect(modal?.children[0]).toMatchObject({element: 's-button', properties: {slot: 'primary-action'}});
});

test('an extension uses the root of the host, or makes its own root from the channel', () => {
  const {root, ownsRoot} = hybridRoot(() => {}, ['Text']);
  void root.append(root.createComponent('Text', {}, ['mine']));
  expect(ownsRoot()).toBe(false);
  const {channel, components} = root as unknown as {channel: () => void; components: string[]};
  expect(ownsRoot()).toBe(true);
  const own = createRemoteRoot(channel, {components, strict: true});
  expect(() => own.createComponent('Badge')).toThrow('Unsupported component: Badge');
});

test('reports an error of a handler, and shows the content of a disclosure when it is opened', async () => {
  const {root, records, reported} = opened();
  const toggle = root.createComponent('Button', {
    toggles: 'more',
    onPress: () => {
      throw new Error('broken handler');
    },
  });

  void root.append(
    root.createComponent('Disclosure', {}, [toggle, root.createComponent('View', {id: 'more'}, ['Details'])]),
  );

  await root.mount();
  const [[, , drawn]] = (await records()) as [[number, string, RenderedNode]];
  expect(drawn.children).toHaveLength(1);
  drawn.children[0]?.eventListeners['click']?.({});
  expect(reported).toEqual([expect.objectContaining({message: 'broken handler'})]);
  expect(await records()).toEqual([[0, drawn.id, expect.objectContaining({element: 's-box'}), 1]]);
});

test('a chat that is ready gives a function that posts messages to it', async () => {
  const {root, records, called} = opened(['Chat']);
  const chat = root.createComponent('Chat', {
    onReady: ({postMessage}: {postMessage(message: unknown): void}) => postMessage({hello: 'Ada'}),
  });

  void root.append(chat);
  await root.mount();
  const [[, , drawn]] = (await records()) as [[number, string, RenderedNode]];
  drawn.eventListeners['ready']?.({});
  expect(called).toEqual([[chat.id, 'contentWindow.postMessage', [{hello: 'Ada'}]]]);
});

/** [component, its props, properties of its element] */
const VALUES: readonly (readonly [string, object, object])[] = [
  ...['View', 'BlockStack', 'InlineStack', 'Grid', 'GridItem', 'BlockLayout', 'InlineLayout'].map(
    (name) => [name, {accessibilityRole: 'listItem'}, {accessibilityRole: 'list-item'}] as const,
  ),
  ['View', {accessibilityRole: 'orderedList'}, {accessibilityRole: 'ordered-list'}],
  ['View', {accessibilityRole: 'unorderedList'}, {accessibilityRole: 'unordered-list'}],
  ['View', {accessibilityRole: 'complementary'}, {accessibilityRole: 'aside'}],
  ['View', {accessibilityRole: 'navigation'}, {accessibilityRole: 'navigation'}],
  ['View', {accessibilityRole: ['listItem', 'separator']}, {accessibilityRole: 'separator'}],
  ['View', {visibility: 'hidden'}, {accessibilityVisibility: 'exclusive'}],
  ['View', {accessibilityVisibility: 'hidden'}, {accessibilityVisibility: 'hidden'}],
  ['Text', {visibility: 'hidden'}, {accessibilityVisibility: 'exclusive'}],
  ['Text', {size: 'extraSmall'}, {type: 'small'}],
  ['Pressable', {accessibilityRole: 'submit'}, {type: 'submit'}],
  ['DatePicker', {readOnly: true}, {disabled: true}],
  ['Select', {readonly: true}, {disabled: true}],
  ['MapMarker', {blockSize: 20, inlineSize: 30}, {blockSize: '20px', inlineSize: '30px'}],
];

for (const [name, props, properties] of VALUES) {
  test(`${name} with ${JSON.stringify(props)} is rendered with ${JSON.stringify(properties)}`, async () => {
    const {root, records} = opened();
    void root.append(root.createComponent(name, props));
    await root.mount();
    const [[, , drawn]] = (await records()) as [[number, string, RenderedNode]];
    expect(drawn.properties).toMatchObject(properties);
    expect(drawn.properties).not.toHaveProperty('display');
  });
}

test('toggles are disabled with their group', async () => {
  const {root, records} = opened();
  const toggles = ['small', 'large'].map((id) => root.createComponent('ToggleButton', {id}, [id]));

  void root.append(root.createComponent('ToggleButtonGroup', {value: 'large', disabled: true}, toggles));
  await root.mount();
  const [[, , group]] = (await records()) as [[number, string, RenderedNode]];
  expect(group.children.map(({properties}) => properties)).toEqual([
    {id: 'small', pressed: false, disabled: true},
    {id: 'large', pressed: true, disabled: true},
  ]);
});

test('the icon of a tag and the picture of a marker are graphics of their elements', async () => {
  const {root, records} = opened();
  void root.append(
    root.createComponent('Tag', {icon: 'discountTag'}, ['SUMMER']),
    root.createComponent('MapMarker', {icon: 'https://cdn.example.com/pin.png'}),
  );

  await root.mount();
  const [chip, marker] = (await records()).map((record) => (record as [number, string, RenderedNode])[2]);
  expect(chip?.children[0]).toMatchObject({
    element: 's-icon',
    properties: {type: 'discount-tag', slot: 'graphic'},
  });

  expect(marker?.children).toEqual([
    expect.objectContaining({
      element: 's-image',
      properties: {src: 'https://cdn.example.com/pin.png', slot: 'graphic'},
    }),
  ]);
});

interface RenderedNode {
  readonly id: string;
  readonly element: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly eventListeners: Readonly<Record<string, (detail: object) => void>>;
  readonly children: readonly RenderedNode[];
}

interface OpenedTree {
  readonly root: RemoteRoot;
  readonly records: () => Promise<readonly unknown[]>;
  readonly reported: readonly unknown[];
  /** The methods of elements that were called, with id and arguments. */
  readonly called: readonly unknown[];
}

function opened(components: readonly string[] = ALL, target = 'customer-account.page.render'): OpenedTree {
  const sent: unknown[] = [];
  const reported: unknown[] = [];
  const called: unknown[] = [];
  const tree = new ExtensionTree((records) => sent.push(...records), {
    reportError: (error) => reported.push(error),
    callElement: (...call) => called.push(call),
    ...rulesOf(target),
  });

  const root = createRemoteRoot((type, ...payload) => tree.receive([type, ...payload]), {
    components: [...components],
    strict: true,
  });

  return {
    root,
    reported,
    called,
    records: async () => {
      await Promise.resolve();
      tree.flush();
      return sent.splice(0);
    },
  };
}
