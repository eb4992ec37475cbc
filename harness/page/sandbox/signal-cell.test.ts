import {test, expect} from '@playwright/test';
import {effect, Signal} from '@preact/signals';
import {SignalCell, type SignalClass} from './signal-cell.ts';

interface SignalView {
  readonly value: unknown;
  readonly current: unknown;
  subscribe(subscriber: (value: unknown) => void): () => void;
  destroy(): Promise<void>;
}

for (const [name, signalClass] of [
  ['without a Signal class', undefined],
  ["with the extension's Signal class", Signal as SignalClass],
] as const) {
  test(`${name}, a view has value, current, subscribe and destroy`, async () => {
    const cell = new SignalCell('a', () => signalClass);
    const view = cell.view as SignalView;
    const seen: unknown[] = [];
    const stop = view.subscribe((value) => seen.push(value));

    cell.set('b');
    expect([view.value, view.current, seen]).toEqual(['b', 'b', ['a', 'b']]);
    stop();
    cell.set('c');
    expect(seen).toEqual(['a', 'b']);
    await view.destroy();
    cell.set('d');
    expect(view.value).toBe('c');
  });
}

test('a view is the same object each time, so that hooks do not subscribe again', () => {
  const cell = new SignalCell(1, () => Signal);
  expect(cell.view).toBe(cell.view);
});

test('a class that is passed late gives real signals from then on, and the earlier view still works', () => {
  let signalClass: SignalClass | undefined;
  const cell = new SignalCell(1, () => signalClass);
  const early = cell.view as SignalView;
  signalClass = Signal;
  const tracked: unknown[] = [];
  effect(() => void tracked.push((cell.view as SignalView).value));
  cell.set(2);
  expect([early.value, tracked]).toEqual([2, [1, 2]]);
  expect(cell.view).toBeInstanceOf(Signal);
});
