import {clearStorage, storedKeys} from './extension-storage.ts';
import type {MountActivity} from '../../wire/activity.ts';
import {type FromPage, type PageState, type ToPage, UNKNOWN_SIMULATION} from '../../wire/control.ts';
import type {WireError} from '../../wire/control.ts';
import {DEED_EVENT} from '../../wire/deed.ts';
import type {Deed, FoundByRole} from '../../wire/deed.ts';
import type {ToolCall, ToolResult} from '../../wire/tool-call.ts';
import {toWireError} from '../../wire/wire-error.ts';
import {ChannelKey} from '../channel/channel-key.ts';
import {openChannelSocket} from '../channel/channel-socket.ts';
import type {Watcher} from './watch/watcher.ts';

/**
 * Connects the page to its simulation and returns a function that sends messages. Nothing is sent before the server has
 * proved that it knows the simulation's id. The connection opens in a separate task, because the browser starts the
 * sandbox before that.
 */
export function connectControl(simulation: string, events: ControlEvents): (message: FromPage) => void {
  const early: FromPage[] = [];
  let proven: WebSocket | undefined;
  const send = (message: FromPage): void => {
    if (proven === undefined) early.push(message);
    else if (proven.readyState === WebSocket.OPEN) proven.send(JSON.stringify(message));
  };

  const key = new ChannelKey(simulation);
  setTimeout(() =>
    openChannel(key, {
      proven: (socket) => {
        proven = socket;
        early.splice(0).forEach(send);
      },
      received: (message) => receive(message, events, send),
      closed: events.closed,
    }),
  );

  document.addEventListener(DEED_EVENT, (event) =>
    send({type: 'deed', deed: (event as CustomEvent<Deed>).detail}),
  );

  return send;
}

export interface ControlEvents {
  welcome(secret: string): void;
  /** Applies a state. Resolves when page and sandboxes are equal to it, and rejects if the page itself fails. */
  state(state: PageState): Promise<void>;
  /**
   * Returns the work that the page's extensions have begun and not finished. `patience` is the time of a sandbox to
   * answer, in milliseconds.
   */
  polled(patience: number): Promise<readonly MountActivity[]>;
  /** Calls a tool that the extension of a mount registers. */
  toolCalled(call: ToolCall): Promise<unknown>;
  /** A request of the page was carried out, or refused. */
  answered(reply: Extract<ToPage, {type: 'answer' | 'refusal'}>): void;
  /** The channel has ended, with the code of its close frame. */
  closed(code: number): void;
}

interface ChannelEvents {
  /** The server has proved that it knows the id, and the page has said hello. */
  proven(socket: WebSocket): void;
  received(message: ToPage): void;
  closed(code: number): void;
}

function openChannel(key: ChannelKey, events: ChannelEvents): void {
  let closedAs: number | undefined;
  const socket = openChannelSocket(key, (proof) => {
    if (proof === null) {
      closedAs = UNKNOWN_SIMULATION;
      return socket.close();
    }

    socket.addEventListener('message', ({data}: MessageEvent<string>) =>
      events.received(JSON.parse(data) as ToPage),
    );

    socket.send(JSON.stringify({type: 'hello', proof} satisfies FromPage));
    events.proven(socket);
  });

  socket.addEventListener('close', ({code}) => events.closed(closedAs ?? code));
}

function receive(message: ToPage, events: ControlEvents, send: (message: FromPage) => void): void {
  switch (message.type) {
    case 'welcome':
      return events.welcome(message.secret);
    case 'poll-activity':
      void events.polled(message.patience).then((mounts) => send({type: 'activity', id: message.id, mounts}));
      return;

    case 'call-tool':
      void answerOf(events.toolCalled(message)).then((result) =>
        send({type: 'tool-result', id: message.id, result}),
      );
      return;

    case 'describe':
      return send({type: 'description', id: message.id, content: contentOf(message.mount)});
    case 'storage':
      if (message.clears) clearStorage();
      return send({type: 'stored', id: message.id, count: storedKeys().length});
    case 'state':
      return applyState(message, events, send);
    default:
      return events.answered(message);
  }
}

async function answerOf(call: Promise<unknown>): Promise<ToolResult<WireError>> {
  return call.then(
    (value) => ({value}),
    (error: unknown) => ({error: toWireError(error)}),
  );
}

function applyState(
  {revision, state}: Extract<ToPage, {type: 'state'}>,
  events: ControlEvents,
  send: (message: FromPage) => void,
): void {
  const shown = events.state(state);
  void shown.then(() => (state.look === null ? undefined : watcher()?.look(state.look)));
  shown.then(
    () => send({type: 'applied', revision}),
    (error: unknown) => send({type: 'crashed', revision, error: toWireError(error)}),
  );
}

/** Lists what a mount shows. A page without a watcher does not know. */
function contentOf(mount: string): readonly FoundByRole[] {
  const container = document.querySelector(`[data-mount="${CSS.escape(mount)}"]`);
  return container === null ? [] : (watcher()?.contentOf(container) ?? []);
}

function watcher(): Watcher | undefined {
  return (globalThis as {simhostWatcher?: Watcher}).simhostWatcher;
}
