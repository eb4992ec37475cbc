import type {Activity} from '../../wire/activity.ts';

/**
 * Asks one extension, or one document of an app, what it has begun and not finished. At most one question is open,
 * since code in an endless loop answers none.
 */
export class ActivityPolls {
  readonly #ask: () => Promise<Activity>;
  #open: Question | undefined;
  #begun = 0;

  constructor(ask: () => Promise<Activity>) {
    this.#ask = ask;
  }

  /**
   * Returns the pending work, or reports a silence: the code has not answered for `patience` milliseconds.
   * An endless loop answers nothing.
   */
  async poll(patience: number): Promise<Activity> {
    const {answer, since} = this.#open ?? this.#question();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), patience);
    });

    const activity = await Promise.race([answer, silence]);
    clearTimeout(timer);

    if (activity !== undefined) return activity;
    return {begun: this.#begun, pending: [{what: 'silence', milliseconds: performance.now() - since}]};
  }

  #question(): Question {
    const question = {answer: this.#answer(), since: performance.now()};
    this.#open = question;
    return question;
  }

  async #answer(): Promise<Activity> {
    // Code that has been stopped rejects open questions, and has no pending work.
    const activity = await this.#ask().catch((): Activity => ({begun: this.#begun, pending: []}));
    this.#open = undefined;
    this.#begun = activity.begun;
    return activity;
  }
}

interface Question {
  readonly answer: Promise<Activity>;
  readonly since: number;
}
