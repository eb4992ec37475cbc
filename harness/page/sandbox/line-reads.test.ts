import {expect, test} from '@playwright/test';
import {Signal} from '@preact/signals';
import {LineReads} from './line-reads.ts';
import {StatefulSubscribable} from './remote-ui/subscribable.ts';
import {SignalCell} from './signal-cell.ts';

const CHANGE = {type: 'removeCartLine', id: 'gid://shopify/CartLine/1', quantity: 1};

interface Readable {
  readonly value?: unknown;
  readonly current: unknown;
  subscribe(subscriber: (value: unknown) => void): () => void;
}

/** The forms that a signal has, in each generation of extensions. */
const FORMS = {
  'without a Signal class': (onRead: () => void) => new SignalCell([], () => undefined, onRead),
  "with the extension's Signal class": (onRead: () => void) => new SignalCell([], () => Signal, onRead),
  'of a React generation': (onRead: () => void) => new StatefulSubscribable([], onRead),
};

for (const [name, createCell] of Object.entries(FORMS)) {
  test(`an id is old ${name} if the lines changed since the last read`, () => {
    const reads = new LineReads();
    const cell = createCell(reads.read);
    const view = cell.view as Readable;
    const change = (): void => {
      reads.changed('lines');
      cell.set([{}]);
    };

    void view.current;
    expect(reads.noticeAbout('applyCartLinesChange', [CHANGE])).toBeNull();

    change();
    expect(reads.noticeAbout('applyCartLinesChange', [CHANGE])).toMatchObject({code: 'cart-line-id-old'});
    void view.current;
    expect(reads.noticeAbout('applyCartLinesChange', [CHANGE])).toBeNull();

    const stop = view.subscribe(() => {});
    change();
    expect(reads.noticeAbout('applyCartLinesChange', [CHANGE])).toBeNull();
    stop();
  });
}

test('a changed signal without lines, another member, and a change without an id are no matter', () => {
  const reads = new LineReads();
  reads.changed('note');
  expect(reads.noticeAbout('applyCartLinesChange', [CHANGE])).toBeNull();

  reads.changed('lines');
  expect(reads.noticeAbout('applyNoteChange', [CHANGE])).toBeNull();
  expect(reads.noticeAbout('applyCartLinesChange', [{type: 'addCartLine'}])).toBeNull();
  expect(reads.noticeAbout('applyCartLinesChange', [])).toBeNull();
});
