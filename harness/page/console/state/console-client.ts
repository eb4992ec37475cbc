import {batch, effect} from '@preact/signals';
import {messageOf} from '../../../errors.ts';
import type {ConsoleLayout, ConsoleState, ToConsole} from '../../../wire/console.ts';
import type {JournalEntry} from '../../../wire/journal.ts';
import type {RequestDetail} from '../../../wire/request-detail.ts';
import {Channel} from './channel.ts';
import {formerSituation} from './former-situation.ts';
import {formatPlace} from './place.ts';
import {
  addEntries,
  connection,
  counts,
  earlier,
  entries,
  former,
  isFolded,
  isWindow,
  keepDetail,
  panel,
  query,
  tokenCount,
  refusal,
  segment,
  selection,
  simulationId,
  situation,
  tokenSelection,
  welcome,
} from './store.ts';

const channel = new Channel(simulationId, {
  hello: (proof) => ({
    type: 'hello',
    proof,
    since: (entries.value.at(-1)?.n ?? 0) - earlier.value,
    run: welcome.value?.run ?? null,
    isWindow,
  }),
  connection: (state) => (connection.value = state),
  message: receive,
});

/** Connects the console, and keeps its address up to date. */
export function startClient(): void {
  channel.connect();
  followPlace();

  effect(() => {
    document.documentElement.dataset['theme'] = situation.value?.layout.theme ?? 'system';
  });

  watchVisibility();
  followSelection();
}

/** Asks the simulation to do something. A refusal is shown under the strip. */
export async function act(verb: string, arg: unknown = {}): Promise<boolean> {
  refusal.value = await attempt(verb, arg);
  return refusal.value === null;
}

/** Asks the simulation to do something. Resolves with the refusal, or null. */
export async function attempt(verb: string, arg: unknown): Promise<string | null> {
  try {
    await channel.do(verb, arg);
    return null;
  } catch (error) {
    return messageOf(error);
  }
}

/** Asks the simulation to do something that has a result. A refusal is shown under the strip, and the result is null. */
export async function obtain(verb: string, arg: unknown): Promise<unknown> {
  try {
    const result = await channel.do(verb, arg);
    refusal.value = null;
    return result;
  } catch (error) {
    refusal.value = messageOf(error);
    return null;
  }
}

/** Asks the simulation a question. A refusal is shown under the strip, and the answer is null. */
export async function ask(what: string, key: unknown): Promise<unknown> {
  try {
    return await channel.get(what, key);
  } catch (error) {
    refusal.value = messageOf(error);
    return null;
  }
}

/** Copies what the simulation writes: a test or a shell line. A refusal is shown under the strip. */
export function copy(
  what: 'test' | 'case-test' | 'page-test' | 'curl' | 'call' | 'command' | 'token-command' | 'draft-command',
  key: unknown = null,
): Promise<boolean> {
  return toClipboard(channel.get(what, key));
}

/** Copies a whole token, which is kept nowhere in this document. */
export function copyWholeToken(number: number): Promise<boolean> {
  return toClipboard(channel.reveal(number));
}

async function toClipboard(answer: Promise<unknown>): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(String(await answer));
    refusal.value = null;
    return true;
  } catch (error) {
    refusal.value = messageOf(error);
    return false;
  }
}

/** Copies the line of a test that expects a call. */
export function copyCall(n: number): Promise<boolean> {
  return copy('call', n - earlier.value);
}

/** Copies the test of a request, or the line that sends it again. */
export function copyRequest(what: 'test' | 'curl', n: number): Promise<boolean> {
  return copy(what, n - earlier.value);
}

/** Sends a request again, with a fresh token if it carried one. */
export function sendAgain(n: number): Promise<boolean> {
  return act('resend', {n: n - earlier.value});
}

/** The changes of the layout that the simulation has not answered, oldest first. */
const layoutChanges = new Set<Partial<ConsoleLayout>>();

/** Changes the layout here at once, and for the next start. The refusal of something else stays in view. */
export function changeLayout(change: Partial<ConsoleLayout>): void {
  layoutChanges.add(change);
  if (situation.value !== null) situation.value = withOwnLayout(situation.value);

  channel
    .do('layout', change)
    .catch((error: unknown) => (refusal.value = messageOf(error)))
    .finally(() => layoutChanges.delete(change));
}

/** A state from before an answer would undo what was changed since. */
function withOwnLayout(state: ConsoleState): ConsoleState {
  return {...state, layout: Object.assign({}, state.layout, ...layoutChanges)};
}

/** Milliseconds after the last key of a filter until the address has it. */
const PAUSE = 150;

/** Keeps the address up to date. A new address costs the browser more than the filter, so it waits for the last key. */
function followPlace(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typed = query.peek();

  effect(() => {
    const place = {
      id: simulationId,
      panel: panel.value,
      selection: panel.value === 'tokens' ? tokenSelection.value : selection.value,
      query: query.value,
      segment: segment.value,
      isWindow,
    };
    const write = (): void => history.replaceState(null, '', formatPlace(place));

    clearTimeout(timer);
    if (place.query === typed) write();
    else timer = setTimeout(write, PAUSE);
    typed = place.query;
  });
}

function receive(message: ToConsole): void {
  batch(() => {
    if (message.type === 'welcome') {
      // After a restart the numbers of the journal begin again; those of the list go on.
      if (welcome.value !== null && welcome.value.run !== message.welcome.run) {
        earlier.value = entries.value.at(-1)?.n ?? 0;
        former.value = situation.value === null ? null : formerSituation(situation.value);
      }

      welcome.value = message.welcome;
      watch();
    } else if (message.type === 'state') situation.value = withOwnLayout(message.state);
    else if (message.type === 'events') {
      tokenCount.value = message.tokens;
      receiveEntries(message.list);
    } else if (message.type === 'counts') counts.value = message;
  });
}

function receiveEntries(received: readonly JournalEntry[]): void {
  const list = received.map((entry) => renumbered(entry, earlier.value));
  addEntries(list);
  if (list.some(({n}) => n === selection.value)) void loadDetail(selection.value);
}

function renumbered(entry: JournalEntry, by: number): JournalEntry {
  const n = entry.n + by;
  return entry.kind === 'request'
    ? {...entry, n, token: entry.token === null ? null : entry.token + by}
    : {...entry, n};
}

/** A folded console, and one that nobody sees, gets counts only. */
function watch(): void {
  channel.send({type: 'watch', folded: isFolded.value || document.hidden});
}

function watchVisibility(): void {
  document.addEventListener('visibilitychange', watch);
  let wasFolded = false;
  effect(() => {
    if (isFolded.value === wasFolded) return;
    wasFolded = isFolded.value;
    watch();
  });
}

function followSelection(): void {
  effect(() => {
    const n = selection.value;
    if (n !== null && connection.value === 'open') void loadDetail(n);
  });
}

async function loadDetail(n: number | null): Promise<void> {
  // Requests from before a restart have only what is here.
  if (n === null || n <= earlier.value) return;

  try {
    const detail = (await channel.get('request', n - earlier.value)) as RequestDetail;
    const related = detail.related.map(({text, n: other}) => ({text, n: other + earlier.value}));
    keepDetail({...detail, entry: {...detail.entry, n}, related});
  } catch {
    // The row stays, and its detail says that the rest is gone.
  }
}
