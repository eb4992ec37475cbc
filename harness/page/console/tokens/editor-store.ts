import {type ReadonlySignal, type Signal, computed, signal} from '@preact/signals';
import type {DraftJudgement, DraftStart, TokenDraft} from '../../../wire/token-draft.ts';
import {ask, obtain} from '../state/console-client.ts';
import {tokenSelection} from '../state/store.ts';
import {type DraftField, fromJson, keptFields, startFields} from './draft-fields.ts';
import {loadTokens} from './tokens-store.ts';

/** Milliseconds after the last key until a draft is judged. */
const PAUSE = 150;

/** The token that a person makes: its fields, or its claims as JSON. */
interface OpenDraft {
  readonly kind: string;
  /** The number of the token that it starts from; null for a good one. */
  readonly from: number | null;
  readonly fields: readonly DraftField[];
  readonly json: string | null;
}

/** The draft in the editor; null while the editor is closed. */
export const draft: Signal<OpenDraft | null> = signal(null);

/** The server's judgement of the draft; null before it is known. */
export const judgement: Signal<DraftJudgement | null> = signal(null);

/** The draft as the server takes it. */
export const sentDraft: ReadonlySignal<TokenDraft | null> = computed(() =>
  draft.value === null
    ? null
    : {kind: draft.value.kind, fields: keptFields(draft.value.fields), json: draft.value.json},
);

/** Opens the editor with the claims of a token, or of a good one. */
export async function openEditor(from: number | null): Promise<void> {
  const start = (await ask('token-draft', from)) as DraftStart | null;
  if (start == null) return;

  judgement.value = null;
  draft.value = {kind: start.kind, from, fields: startFields(start.fields), json: null};
  await judge();
}

export function closeEditor(): void {
  draft.value = null;
}

/** Changes the draft, and judges it after the last key. */
export function change(next: Partial<Pick<OpenDraft, 'fields' | 'json'>>): void {
  if (draft.value === null) return;
  draft.value = {...draft.value, ...next};
  clearTimeout(timer);
  timer = setTimeout(() => void judge(), PAUSE);
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows the claims as JSON, or as fields again. JSON that cannot be read stays. */
export function switchView(isJson: boolean): void {
  const {value} = draft;
  const {json, fields} = judgement.value ?? {json: null, fields: null};
  if (value === null || json === null || fields === null) return;

  if (isJson) change({json});
  else if (value.json !== null) change({json: null, fields: fromJson(value.fields, fields)});
}

/** Signs the draft. `gives`: the token is what the extension gets next. Returns whether that worked. */
export async function mint(gives: boolean): Promise<boolean> {
  const number = await obtain(gives ? 'give-token' : 'mint-token', {draft: sentDraft.value});
  if (typeof number !== 'number') return false;

  await loadTokens();
  tokenSelection.value = number;
  if (!gives) closeEditor();
  return true;
}

async function judge(): Promise<void> {
  const asked = sentDraft.value;
  if (asked === null) return;
  const answer = (await ask('draft-judgement', asked)) as DraftJudgement | null;
  if (sentDraft.value === asked && answer != null) judgement.value = answer;
}
