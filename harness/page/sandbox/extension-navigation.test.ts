import {expect, test} from '@playwright/test';
import {createNavigation} from './extension-navigation.ts';

interface Navigation {
  navigate(url: unknown, options?: object): void;
  readonly currentEntry: {readonly key: string; readonly url: string; getState(): unknown};
  updateCurrentEntry(change: {state: unknown}): void;
  addEventListener(
    type: string,
    listener: (event: {navigationType?: string; from: {url: string}}) => void,
  ): void;
  removeEventListener(type: string, listener: unknown): void;
}

function make(entry: {key: string; url: string; state: unknown} | null): {
  navigation: Navigation;
  asked: unknown[];
  navigated: ReturnType<typeof createNavigation>['navigated'];
} {
  const asked: unknown[] = [];
  const {global, navigated} = createNavigation({
    entry,
    callPage: (path, args) => asked.push([path, ...args]),
  });
  return {navigation: global as Navigation, asked, navigated};
}

test('a target that is not a full page can only navigate', () => {
  const {navigation, asked} = make(null);
  navigation.navigate('shopify:customer-account/orders');
  expect(asked).toEqual([['navigation.navigate', 'shopify:customer-account/orders', {history: 'auto'}]]);
  expect(Object.keys(navigation)).toEqual(['navigate']);
});

test('a full page gets an event for a new entry, with the earlier entry', () => {
  const {navigation, navigated} = make({key: 'a', url: 'extension:/', state: undefined});
  const heard: unknown[] = [];
  const listener = ({navigationType, from}: {navigationType?: string; from: {url: string}}): void =>
    void heard.push([navigationType, from.url]);

  navigation.addEventListener('currententrychange', listener);
  navigated({type: 'push', entry: {key: 'b', url: 'extension:/b', state: {n: 1}}});
  expect(navigation.currentEntry.url).toBe('extension:/b');
  expect(navigation.currentEntry.getState()).toEqual({n: 1});
  navigation.removeEventListener('currententrychange', listener);
  navigated({type: 'traverse', entry: {key: 'a', url: 'extension:/', state: undefined}});
  expect(heard).toEqual([['push', 'extension:/']]);
});

test('the state of an entry is a copy, and changes at once', () => {
  const {navigation, asked} = make({key: 'a', url: 'extension:/', state: undefined});
  const state = {n: 1};
  navigation.updateCurrentEntry({state});
  state.n = 2;
  expect(navigation.currentEntry.getState()).toEqual({n: 1});
  expect(asked).toHaveLength(1);
});

test('refuses a value that is not a URL, and an unknown history', () => {
  const {navigation} = make(null);
  expect(() => navigation.navigate(undefined)).toThrow('takes a URL');
  expect(() => navigation.navigate('/x', {history: 'pushh'})).toThrow('unknown history "pushh"');
});
