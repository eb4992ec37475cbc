import {expect, test} from '@playwright/test';
import type {SaveBar} from '../../wire/app-bridge.ts';
import {dialogs} from './dialogs.ts';
import {discard, mayLeave} from './leaving.ts';
import {saveBar} from './state.ts';

test.afterEach(() => {
  saveBar.value = null;
});

test('a page without unsaved changes is left without a question', async () => {
  expect(await mayLeave()).toBe(true);
  expect(dialogs.value).toEqual([]);
});

for (const leaves of [true, false]) {
  test(`a person who ${leaves ? 'leaves loses' : 'stays keeps'} the save bar`, async () => {
    const {bar} = shownBar();
    const asked = mayLeave();
    answer('Leave page with unsaved changes?', leaves);
    expect(await asked).toBe(leaves);
    expect(saveBar.value).toBe(leaves ? null : bar);
  });
}

test('Discard presses the button of the app at once', async () => {
  const {pressed} = shownBar();
  await discard();
  expect(pressed).toEqual(['discard']);
  expect(dialogs.value).toEqual([]);
});

for (const isSure of [true, false]) {
  test(`Discard with a confirmation ${isSure ? 'presses' : 'does not press'} after ${isSure ? 'Yes' : 'No'}`, async () => {
    const {pressed} = shownBar({discardConfirmation: true});
    const discarded = discard();
    answer('Discard all unsaved changes', isSure);
    await discarded;
    expect(pressed).toEqual(isSure ? ['discard'] : []);
  });
}

test('Discard does nothing without a save bar, and without a button of the app', async () => {
  await discard();
  const {pressed} = shownBar({discard: null});
  await discard();
  expect(pressed).toEqual([]);
});

/** Shows a save bar, and records the buttons that are pressed. */
function shownBar(more: Partial<SaveBar> = {}): {readonly bar: SaveBar; readonly pressed: readonly string[]} {
  const pressed: string[] = [];
  const action = (label: string): NonNullable<SaveBar['save']> => ({
    label,
    tone: 'default',
    disabled: false,
    loading: false,
    press: () => void pressed.push(label),
  });

  const bar: SaveBar = {
    id: 'bar',
    discardConfirmation: false,
    save: action('save'),
    discard: action('discard'),
    ...more,
  };
  saveBar.value = bar;
  return {bar, pressed};
}

/** Answers the one question that is open. */
function answer(title: string, isYes: boolean): void {
  const [dialog] = dialogs.value;
  if (dialog?.kind !== 'question') throw new Error('No question is open.');
  expect(dialog.question.title).toBe(title);
  dialog.answer(isYes);
}
