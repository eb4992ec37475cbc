import {expect, test} from '@playwright/test';
import type {Toast} from '../../wire/app-bridge.ts';
import {forgetDocument, isLoading, nav, saveBar, titleBar, toasts} from './state.ts';

test('a new document of the app starts without bars, links and loading, and keeps the toasts', () => {
  const toast: Toast = {
    id: 'toast-1',
    message: 'Saved',
    duration: 5000,
    isError: false,
    action: null,
    onAction: () => {},
    onDismiss: () => {},
  };

  isLoading.value = true;
  titleBar.value = {title: 'Notes', breadcrumb: null, primary: null, secondary: [], groups: []};
  nav.value = {home: null, links: [{label: 'Settings', href: '/settings', follow: () => {}}]};
  saveBar.value = {id: '', discardConfirmation: false, save: null, discard: null};
  toasts.value = [toast];

  forgetDocument();
  expect([isLoading.value, titleBar.value, nav.value.links, saveBar.value]).toEqual([false, null, [], null]);
  expect(toasts.value).toEqual([toast]);
});
