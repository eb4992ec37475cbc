import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {describeTargets, refuseSeveralSurfaces, showTarget} from './shown-targets.ts';
import type {ShownExtension} from './shown-extension.ts';

const BLOCK = 'purchase.checkout.block.render';
const STATUS = 'customer-account.order-status.block.render';
const PROFILE = 'customer-account.profile.block.render';

function shown(name: string, target: string, targets: readonly string[]): ShownExtension {
  return {name, target, targets} as ShownExtension;
}

test('lists the targets of all folders, and marks those on the page', () => {
  const extensions = [shown('One', STATUS, [STATUS, PROFILE]), shown('Two', BLOCK, [BLOCK])];
  expect(describeTargets(extensions)).toBe(
    `\n  * ${STATUS} (One)\n    ${PROFILE} (One)\n  * ${BLOCK} (Two)\n`,
  );
});

test('refuses a target that no folder declares, and one that shares no page with the other folders', async () => {
  const simulation = createSimulationCore();
  const extensions = [shown('One', STATUS, [STATUS, BLOCK]), shown('Two', PROFILE, [PROFILE])];

  await expect(showTarget(extensions, simulation, 'purchase.checkout.blok.render')).rejects.toMatchObject({
    code: 'ERR_UNKNOWN_TARGET',
    message: expect.stringContaining(`Did you mean "${BLOCK}"?`),
  });

  await expect(showTarget(extensions, simulation, BLOCK)).rejects.toMatchObject({
    code: 'ERR_SEVERAL_SURFACES',
    message: expect.stringContaining(`Two at ${PROFILE}, One at ${BLOCK}`),
  });
});

test('extensions of one surface share a page', () => {
  expect(() => refuseSeveralSurfaces([shown('One', STATUS, []), shown('Two', PROFILE, [])])).not.toThrow();
});
