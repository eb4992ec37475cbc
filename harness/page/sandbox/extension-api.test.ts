import {expect, test} from '@playwright/test';
import type {WireNotice} from '../../wire/extension-notices.ts';
import {createExtensionApi} from './extension-api.ts';

const TARGET = 'purchase.checkout.block.render';

test('a member that the target lacks reads undefined, and is one notice with the nearest name', () => {
  const {api, notices} = create();
  expect([Reflect.get(api, 'sop'), Reflect.get(api, 'sop')]).toEqual([undefined, undefined]);
  expect(notices).toEqual([
    {
      code: 'api-member-missing',
      message: `shopify.sop is undefined: ${TARGET} does not have it.`,
      next: 'Did you mean "shop"?',
    },
  ]);
});

test('members that libraries keep on the object are not among the known ones', () => {
  const {api, notices} = create();
  Reflect.set(api, '__k', {});
  expect([Reflect.get(api, '__k'), Reflect.get(api, '__c')]).toEqual([{}, undefined]);
  Reflect.get(api, 'toast');
  expect(notices.map(({next}) => next)).toEqual(['Known: shop, lines.']);
});

test('an extension that renders into the API is one notice about that, not one for each member of a node', () => {
  const {api, notices} = create();
  for (const member of ['namespaceURI', 'firstChild', 'insertBefore']) Reflect.get(api, member);
  expect(notices).toEqual([
    {
      code: 'api-member-missing',
      message: 'shopify is the API and not an element, and "namespaceURI" was read of it.',
      next: 'Render into document.body: render(<Extension />, document.body).',
    },
  ]);
});

test('the API object of a React generation has the name of its parameter in notices', () => {
  const {api, notices} = create('api');
  Reflect.get(api, 'appendChild');
  expect(notices).toMatchObject([{message: `api.appendChild is undefined: ${TARGET} does not have it.`}]);
});

function create(name = 'shopify'): {api: object; notices: WireNotice[]} {
  const notices: WireNotice[] = [];
  const {object: api} = createExtensionApi({
    name,
    target: TARGET,
    tree: {shop: {kind: 'value', value: 'acme'}, lines: {kind: 'value', value: []}},
    local: {},
    createCell: () => ({view: {}, set: () => {}}),
    callPage: () => {},
    notice: (notice) => notices.push(notice),
  });

  return {api, notices};
}
