import {SimhostError} from '../../errors.ts';
import type {FromPage, ToPage, WireError} from '../../wire/control.ts';
import type {ToolCall, ToolResult} from '../../wire/tool-call.ts';
import {PageQuestions} from './page-questions.ts';

type Result = ToolResult<WireError>;

/** A page, as far as this needs it. */
interface CalledPage {
  readonly greeted: boolean;
  readonly send: (message: ToPage) => void;
}

/** Calls tools of extensions on the newest page of a simulation. */
export class PageTools {
  readonly #pages: ReadonlySet<CalledPage>;
  readonly #questions = new WeakMap<CalledPage, PageQuestions<Result>>();

  constructor(pages: ReadonlySet<CalledPage>) {
    this.#pages = pages;
  }

  /** @throws {SimhostError} `ERR_STOPPED` without a page, or if it closes before it answers */
  async call(tool: ToolCall): Promise<Result> {
    const page = [...this.#pages].findLast(({greeted}) => greeted);
    if (page === undefined) throw new SimhostError('ERR_STOPPED', 'No page of the simulation is open.');

    const questions = this.#questionsOf(page);
    const [result] = (await questions.ask((id) => page.send({type: 'call-tool', id, ...tool}))) ?? [];
    if (result !== undefined) return result;
    throw new SimhostError('ERR_STOPPED', `The page was left before the tool "${tool.name}" had answered.`);
  }

  answered(page: CalledPage, {id, result}: Extract<FromPage, {type: 'tool-result'}>): void {
    this.#questionsOf(page).answered(id, [result]);
  }

  /** Ends the calls of a page that has closed. */
  gone(page: CalledPage): void {
    this.#questionsOf(page).gone();
  }

  #questionsOf(page: CalledPage): PageQuestions<Result> {
    const known = this.#questions.get(page) ?? new PageQuestions<Result>();
    this.#questions.set(page, known);
    return known;
  }
}
