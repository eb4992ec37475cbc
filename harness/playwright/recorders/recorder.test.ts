import {expect, test} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {OpenAssertions} from '../matchers/assertions.ts';
import type {PollActivity} from '../matchers/settle.ts';
import {Recorder} from './recorder.ts';

test('each waitFor returns the next entry that matches', async () => {
  const words = new Words(['no luck', 'other', 'no luck']);
  expect([await words.waitFor('no'), await words.waitFor('other'), await words.waitFor('no')]).toEqual([
    0, 1, 2,
  ]);
});

test('two calls at once return two entries', async () => {
  const words = new Words([]);
  const both = Promise.all([words.waitFor('no'), words.waitFor('no')]);
  words.add('no');
  words.add('no');
  expect(await both).toEqual([0, 1]);
});

test('waits for a further entry as long as one can come', async () => {
  const words = new Words(['no'], async () => {
    words.add('no');
    return {begun: 1, pending: ['A request is under way.']};
  });

  expect([await words.waitFor('no'), await words.waitFor('no')]).toEqual([0, 1]);
});

test('returns the newest again once everything has settled', async () => {
  const words = new Words(['no', 'no']);
  const found = [await words.waitFor('no'), await words.waitFor('no'), await words.waitFor('no')];
  expect(found).toEqual([0, 1, 1]);
});

test('returns the newest again at the timeout if nothing settles', async () => {
  const words = new Words(['no'], async () => ({begun: 1, pending: ['A request is under way.']}));
  expect([await words.waitFor('no'), await words.waitFor('no', {timeout: 1})]).toEqual([0, 0]);
});

test('fails at the timeout if nothing matches', async () => {
  await expect(new Words(['no']).waitFor('yes', {timeout: 1})).rejects.toThrow('No entry with yes.');
});

const SETTLED: PollActivity = async () => ({begun: 0, pending: []});

interface Word {
  readonly text: string;
  readonly index: number;
}

/** Records words. `waitFor` of the tests returns their positions. */
class Words {
  readonly #words: Word[] = [];
  readonly #recorder: WordRecorder;

  constructor(words: readonly string[], poll: PollActivity = SETTLED) {
    this.#recorder = new WordRecorder(this.#words, poll);
    for (const word of words) this.add(word);
  }

  add(text: string): void {
    this.#words.push({text, index: this.#words.length});
    this.#recorder.lookAgain();
  }

  async waitFor(match: string, options?: {timeout: number}): Promise<number> {
    return (await this.#recorder.waitFor(match, options)).index;
  }
}

class WordRecorder extends Recorder<Word, string> {
  readonly all: readonly Word[];

  constructor(all: readonly Word[], poll: PollActivity) {
    super({poll, assertions: new OpenAssertions(import.meta.filename)});
    this.all = all;
  }

  lookAgain(): void {
    this.changed();
  }

  protected override fits({text}: Word, match: string): boolean {
    return text.includes(match);
  }

  protected override written(match: string): string {
    return `words.waitFor(${match})`;
  }

  protected override notFound(match: string): SimhostError {
    return new SimhostError('ERR_NO_SUCH_LOG', `No entry with ${match}.`);
  }
}
