import {expect, test} from '@playwright/test';
import {UntrackedReads, type UntrackedSignal} from './untracked-reads.ts';

const NOTE: UntrackedSignal = {path: 'note', isSubscribed: false};
const DRAWING = {__k: {}, firstChild: null};

test('names the signals that are read while Preact draws its first tree', () => {
  const reads = new UntrackedReads(DRAWING);
  reads.note(NOTE);
  reads.note({path: 'cost.totalAmount', isSubscribed: false});

  expect(reads.isEmpty).toBe(false);
  expect(reads.notice()?.message).toContain('shopify.note.value, shopify.cost.totalAmount.value was read');
});

test('leaves out the signals that the extension listens to', () => {
  const reads = new UntrackedReads(DRAWING);
  reads.note({...NOTE, isSubscribed: true});

  expect(reads.notice()).toBeNull();
});

for (const [name, root] of [
  ['before Preact renders', {firstChild: null}],
  ['after the first tree', {__k: {}, firstChild: {}}],
] as const) {
  test(`ignores reads ${name}`, () => {
    const reads = new UntrackedReads(root);
    reads.note(NOTE);

    expect(reads.isEmpty).toBe(true);
  });
}

test('ignores reads of effects that follow a first tree without elements', async () => {
  const reads = new UntrackedReads(DRAWING);
  reads.note({...NOTE, isSubscribed: true});
  await Promise.resolve();
  reads.note(NOTE);

  expect(reads.notice()).toBeNull();
});
