import type {FromPage, ToPage} from '../../wire/control.ts';
import {fromWireError} from '../../wire/wire-error.ts';

type Reply = Extract<ToPage, {type: 'answer' | 'refusal'}>;

/**
 * Changes that the page requests from the simulation. An answer arrives after the state that the change led
 * to.
 */
export class PageRequests {
  readonly #send: (message: FromPage) => void;
  readonly #waiting = new Map<number, {resolve(value: unknown): void; reject(error: Error): void}>();
  #count = 0;

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
  }

  /** Sends a request for a mount. Without a mount, the buyer acts on the page itself. */
  request(mount: string | null, member: string, arg: unknown): Promise<unknown> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {resolve, reject});
      this.#send({type: 'ask', id, mount, member, arg});
    });
  }

  /** Settles the request that a reply belongs to. */
  settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.type === 'answer') waiting?.resolve(reply.value);
    else waiting?.reject(fromWireError(reply.error));
  }
}
