import type {FromPage, ToPage} from '../../wire/control.ts';
import {fromWireError} from '../../wire/wire-error.ts';

type Reply = Extract<ToPage, {type: 'answer' | 'refusal'}>;

/** What the page wants changed by the simulation. An answer comes after the state that the change has led to. */
export class PageRequests {
  readonly #send: (message: FromPage) => void;
  readonly #waiting = new Map<number, {resolve(value: unknown): void; reject(error: Error): void}>();
  #count = 0;

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
  }

  /** Without a mount it is the buyer who acts on the page itself. */
  ask(mount: string | null, member: string, arg: unknown): Promise<unknown> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.#send({type: 'ask', id, mount, member, arg});
    });
  }

  answered(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.type === 'answer') waiting?.resolve(reply.value);
    else waiting?.reject(fromWireError(reply.error));
  }
}
