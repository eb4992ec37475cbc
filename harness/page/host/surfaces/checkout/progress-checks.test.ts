import {expect, test} from '@playwright/test';
import type {Verdict} from './buyer-journey.ts';
import {ProgressChecks} from './progress-checks.ts';

const ALLOW: Verdict = {behavior: 'allow', errors: []};
const BLOCK: Verdict = {behavior: 'block', errors: [{message: 'Agree first'}]};

test('asks once for changes that come during a run, and names them all', async () => {
  const {checks, runs, finish} = createChecks();

  checks.request(['the attributes changed']);
  checks.request(['the cart lines changed']);
  checks.request(['the cart lines changed', 'the pointer is over "Pay now"']);
  expect(runs).toEqual([['the attributes changed']]);

  await finish();
  expect(runs.slice(1)).toEqual([['the cart lines changed', 'the pointer is over "Pay now"']]);

  await finish();
  expect(runs).toHaveLength(2);
});

test('lets the buyer wait for the run in progress, and then asks once', async () => {
  const {checks, runs, shown, finish} = createChecks();

  checks.request(['the attributes changed']);
  const verdict = checks.mayProgress();
  checks.request(['the cart lines changed']);
  expect(runs).toHaveLength(1);

  await finish(BLOCK);
  expect(runs.slice(1)).toEqual([['the cart lines changed', 'the buyer goes on']]);
  expect(shown).toEqual([BLOCK]);

  await finish(ALLOW);
  expect(await verdict).toBe(ALLOW);
  expect(shown).toEqual([BLOCK, ALLOW]);
  expect(runs).toHaveLength(2);
});

test('asks after the buyer’s own run for a change that came during it', async () => {
  const {checks, runs, finish} = createChecks();

  const verdict = checks.mayProgress();
  await Promise.resolve();
  checks.request(['the attributes changed']);
  expect(runs).toEqual([['the buyer goes on']]);

  await finish();
  await verdict;
  await Promise.resolve();
  expect(runs.slice(1)).toEqual([['the attributes changed']]);
});

test('does not ask without a reason', () => {
  const {checks, runs} = createChecks();
  checks.request([]);
  expect(runs).toEqual([]);
});

/** Creates checks whose runs end only when the test ends them. */
function createChecks(): {
  checks: ProgressChecks;
  runs: (readonly string[])[];
  shown: Verdict[];
  finish: (verdict?: Verdict) => Promise<void>;
} {
  const runs: (readonly string[])[] = [];
  const shown: Verdict[] = [];
  let end: (verdict: Verdict) => void = () => {};

  const checks = new ProgressChecks({
    ask: (triggers) => {
      runs.push(triggers);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
    show: (verdict) => void shown.push(verdict),
  });

  return {
    checks,
    runs,
    shown,
    async finish(verdict = ALLOW) {
      end(verdict);
      // Each step of a run continues in a microtask.
      for (let step = 0; step < 5; step++) await Promise.resolve();
    },
  };
}
