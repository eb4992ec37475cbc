import {expect, test} from '@playwright/test';
import {ask, dialogs, openDialog} from './dialogs.ts';
import type {OpenDialog, Question} from './dialogs.ts';

const QUESTION: Question = {title: 'Sure?', text: 'It cannot be undone.', yes: 'Yes', no: 'No'};

test('a question is open until the person answers it', async () => {
  const answered = ask(QUESTION);
  expect(dialogs.value.map(({kind}) => kind)).toEqual(['question']);

  answerQuestion(dialogs.value[0], true);
  expect(await answered).toBe(true);
  expect(dialogs.value).toEqual([]);
});

test('an answer closes its own dialog, and leaves the others open', async () => {
  const granted = openDialog<boolean>((answer) => ({kind: 'scopes', scopes: ['read_orders'], answer}));
  const answered = ask(QUESTION);
  const [lower, upper] = dialogs.value;
  expect(lower?.key).not.toBe(upper?.key);

  answerQuestion(upper, false);
  expect(await answered).toBe(false);
  expect(dialogs.value).toEqual([lower]);

  if (lower?.kind === 'scopes') lower.answer(true);
  expect(await granted).toBe(true);
  expect(dialogs.value).toEqual([]);
});

function answerQuestion(dialog: OpenDialog | undefined, isYes: boolean): void {
  if (dialog?.kind !== 'question') throw new Error('No question is open.');
  dialog.answer(isYes);
}
