import {expect, test} from '@playwright/test';
import {callerStack} from './asked-request.ts';

type Hooks = ErrorConstructor & {stackTraceLimit: number; prepareStackTrace?: unknown};

function deep(depth: number): string {
  return depth === 0 ? callerStack() : deep(depth - 1);
}

test('a stack has the frames of deep packages, and hooks of the script do not change', () => {
  const hooks = Error as Hooks;
  const {stackTraceLimit, prepareStackTrace} = hooks;

  try {
    const calls: unknown[] = [];
    const prepare = (...given: unknown[]): string => String(calls.push(given));
    hooks.stackTraceLimit = 2;
    hooks.prepareStackTrace = prepare;

    const stack = deep(20);
    const after = [hooks.stackTraceLimit, hooks.prepareStackTrace, calls.length];
    hooks.prepareStackTrace = prepareStackTrace;

    expect(after).toEqual([2, prepare, 0]);
    expect(stack.match(/asked-request\.test/g)?.length).toBeGreaterThan(20);
  } finally {
    hooks.stackTraceLimit = stackTraceLimit;
    hooks.prepareStackTrace = prepareStackTrace;
  }
});
