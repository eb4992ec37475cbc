import type {FromPage, ToPage} from '../../wire/control.ts';
import {PageQuestions} from './page-questions.ts';

/** A page, as far as this needs it. */
interface AskedPage {
  readonly greeted: boolean;
  readonly send: (message: ToPage) => void;
}

/** The storage of extensions in the browser that shows a simulation. */
export class PageStorage {
  readonly #pages: ReadonlySet<AskedPage>;
  readonly #questions = new PageQuestions<number>();

  constructor(pages: ReadonlySet<AskedPage>) {
    this.#pages = pages;
  }

  /**
   * Counts the values, after clearing them if `clears`. Pages of one browser share them, so the first answer counts.
   * Resolves with `null` without a page that answers within `limit` milliseconds.
   */
  async count(clears: boolean, limit: number): Promise<number | null> {
    const asked = [...this.#pages].filter(({greeted}) => greeted);
    if (asked.length === 0) return null;

    const ask = (id: number): void => {
      for (const {send} of asked) send({type: 'storage', id, clears});
    };
    const [count = null] = (await this.#questions.ask(ask, limit)) ?? [];
    return count;
  }

  answered({id, count}: Extract<FromPage, {type: 'stored'}>): void {
    this.#questions.answered(id, [count]);
  }
}
