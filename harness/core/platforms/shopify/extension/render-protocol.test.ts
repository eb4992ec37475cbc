import {expect, test} from '@playwright/test';
import {renderProtocolOf} from './render-protocol.ts';

const ROOT = 'throw new Error("Unsupported component: "+e)';
const SIGNALS = 'globalThis.shopify.setSignals(Signal)';

for (const [version, script, protocol] of [
  ['2023-04', '', 'remote-ui'],
  ['2025-07', ROOT, 'remote-ui'],
  ['2025-10', '', 'remote-dom'],
  ['2026-07', SIGNALS, 'remote-dom'],
  ['2025-10', ROOT, 'remote-ui'],
  ['2025-07', SIGNALS, 'remote-dom'],
  ['2026-07', SIGNALS + ROOT, 'remote-dom'],
] as const) {
  test(`a script of ${version} with ${script === '' ? 'no package' : script} renders with ${protocol}`, () => {
    expect(renderProtocolOf(version, script)).toBe(protocol);
  });
}
