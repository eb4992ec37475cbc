import type {MountActivity} from '../../wire/activity.ts';
import {CONTROL_PATH, type FromPage, type PageState, type ToPage} from '../../wire/control.ts';
import {toWireError} from '../../wire/wire-error.ts';

/** Connects the page to its simulation, in a task of its own: before it, the browser starts the sandbox. */
export function connectControl(simulation: string, on: ControlEvents): (message: FromPage) => void {
  const early: FromPage[] = [{type: 'hello', simulation}];
  let socket: WebSocket | undefined;
  const send = (message: FromPage): void => {
    if (socket === undefined || socket.readyState === WebSocket.CONNECTING) early.push(message);
    else if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };

  setTimeout(() => {
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${CONTROL_PATH}`);
    socket.addEventListener('open', () => early.forEach(send));
    socket.addEventListener('close', ({code}) => on.closed(code));

    socket.addEventListener('message', ({data}: MessageEvent<string>) => {
      const message = JSON.parse(data) as ToPage;
      if (message.type === 'welcome') return on.welcome(message.secret);
      if (message.type === 'poll-activity') {
        void on.polled().then((mounts) => send({type: 'activity', id: message.id, mounts}));
        return;
      }

      if (message.type !== 'state') return on.answered(message);
      const {revision} = message;
      send({type: 'reached', revision, mount: null});
      on.state(message.state, (mount) => send({type: 'reached', revision, mount})).then(
        () => send({type: 'applied', revision}),
        (error: unknown) => send({type: 'crashed', revision, error: toWireError(error)}),
      );
    });
  });

  return send;
}

export interface ControlEvents {
  welcome(secret: string): void;
  /** Answers when page and sandboxes have reached the state, and rejects if the page itself fails; `reached` is called for each sandbox that has. */
  state(state: PageState, reached: (mount: string) => void): Promise<void>;
  /** Answers with what the page's extensions have begun and not finished. */
  polled(): Promise<readonly MountActivity[]>;
  /** What the page has asked for has been done, or refused. */
  answered(reply: Extract<ToPage, {type: 'answer' | 'refusal'}>): void;
  /** The channel has ended, with the code of its close frame. */
  closed(code: number): void;
}
