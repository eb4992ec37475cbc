import {expect, test} from '@playwright/test';
import {shopNode, WITHOUT_SLASH} from './common-api.ts';

const {checkout, orderStatus} = WITHOUT_SLASH;

for (const [surface, withoutSlash, apiVersion, storefrontUrl] of [
  ['checkout', checkout, '2023-04', 'https://acme.example/'],
  ['checkout', checkout, '2024-01', 'https://acme.example/'],
  ['checkout', checkout, '2024-04', 'https://acme.example'],
  ['the order status page', orderStatus, '2024-07', 'https://acme.example/'],
  ['the order status page', orderStatus, '2024-10', 'https://acme.example'],
  ['the order status page', orderStatus, 'unstable', 'https://acme.example'],
] as const) {
  test(`shop.storefrontUrl of ${surface} in ${apiVersion} is ${storefrontUrl}`, () => {
    for (const given of ['https://acme.example', 'https://acme.example/']) {
      const shop = {id: '1', name: 'Acme', myshopifyDomain: 'acme.myshopify.com', storefrontUrl: given};
      expect(shopNode(shop, {apiVersion}, withoutSlash).value).toEqual({...shop, storefrontUrl});
    }
  });
}
