import {expect, test} from '@playwright/test';
import {shown} from '../shown-value.ts';
import {checkMountOptions, checkMountValues, checkRunOptions} from './mount-options.ts';

const TARGET = 'purchase.address-autocomplete.suggest';

for (const options of [
  null,
  [],
  'unset',
  {target: 1},
  {target: ''},
  {handle: null},
  {apiVersion: 2026},
  {path: ['/']},
  {timeout: '5s'},
  {timeout: NaN},
  {timeout: -1},
  {timeout: Infinity},
  {declined: 'network_access'},
  {declined: [1]},
]) {
  test(`mount and run refuse the options ${shown(options)}`, () => {
    const refusal = expect.objectContaining({code: 'ERR_BAD_OPTION', next: expect.stringContaining('Give')});
    expect(() => checkMountOptions(options as never)).toThrow(refusal);

    if (isOnlyForMount(options)) return;
    const isObject = typeof options === 'object' && options !== null && !Array.isArray(options);
    const run = isObject ? {target: TARGET, ...options} : options;
    expect(() => checkRunOptions(run as never)).toThrow(refusal);
  });
}

test('run needs a target, and mount does not', () => {
  for (const options of [{}, {target: undefined}])
    expect(() => checkRunOptions(options as never)).toThrow('target is undefined.');

  checkMountOptions({});
  checkMountOptions({target: undefined, timeout: 0, declined: []} as never);
  checkRunOptions({target: TARGET, input: 10n});
});

test('settings and editor are refused by their value', () => {
  for (const given of [10n, null, 'Unset', undefined])
    expect(() => checkMountValues(given, false)).toThrow('settings is');
  for (const given of [10n, null, 'true']) expect(() => checkMountValues({}, given)).toThrow('editor is');
});

function isOnlyForMount(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'path' in options;
}
