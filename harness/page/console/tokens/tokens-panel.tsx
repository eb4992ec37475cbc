import type {VNode} from 'preact';
import {useEffect} from 'preact/hooks';
import {REAL_TIME} from '../../../clock.ts';
import type {ShownNoun} from '../../../wire/console.ts';
import {useNow} from '../clock/use-now.ts';
import {copy} from '../state/console-client.ts';
import {focusOn, runKey} from '../parts/focus.ts';
import {Icon} from '../parts/icon.tsx';
import {lazy} from '../parts/lazy.tsx';
import {type KeyedList, listKeys} from '../state/list-keys.ts';
import {type Panel, keysOf} from '../state/panel.ts';
import {connection, entries, noun, situation, tokenCount, tokenSelection} from '../state/store.ts';
import {closeEditor, draft, openEditor} from './editor-store.ts';
import {TokenDetailView} from './token-detail.tsx';
import './tokens.css';
import {TokensList} from './tokens-list.tsx';
import {closePaste, openPaste, paste} from './paste-store.ts';
import {loadToken, loadTokens, tokenRows} from './tokens-store.ts';

const PasteView = lazy(async () => (await import('./paste/paste-view.tsx')).PasteView);
const TokenEditor = lazy(async () => (await import('./token-editor.tsx')).TokenEditor);

const LIST: KeyedList<number> = {
  rows: () => (tokenRows.value ?? []).map(({number}) => number),
  selected: () => tokenSelection.value,
  select: (number) => {
    closeEditor();
    tokenSelection.value = number;
  },
  rowOf: (number) => `.tok-row[data-token="${number}"]`,
};

/** The panel of the tokens: the list of those that were given out, and the selected one decoded. */
export const TOKENS_PANEL: Panel = {
  name: 'tokens',
  label: 'Tokens',
  icon: 'lock',
  View: TokensView,
  count: {of: () => tokenCount.value, what: 'given out'},
  deviates: () => situation.value?.deviations.some(({topic}) => topic === 'token') === true,
  ...keysOf([
    {label: '↑ ↓', effect: 'move', on: listKeys(LIST)},
    {label: 'Enter', effect: 'open', on: {Enter: (event) => openDetail(event)}},
    {label: 'N', effect: 'own token', on: {n: () => void openEditor(tokenSelection.value)}},
    {label: 'V', effect: 'paste a token', on: {v: () => openPaste()}},
    {label: 'U', effect: 'command', on: {u: () => copyCommand()}},
    {label: 'Esc', effect: 'back', on: {Escape: () => back()}},
  ]),
  leaveField: () => {},
};

function TokensView(): VNode {
  const now = useNow(situation.value?.clock ?? REAL_TIME) / 1000;
  const rows = tokenRows.value ?? [];
  const number = tokenSelection.value;

  const isOpen = number !== null || draft.value !== null || paste.value !== null;

  // A request that arrives or ends may carry a token, and may have made one.
  const newest = entries.value.findLast(({kind}) => kind === 'request');
  useEffect(() => {
    if (connection.value !== 'open') return;
    void loadTokens();
    if (number !== null) void loadToken(number);
  }, [newest, number, connection.value]);

  useEffect(() => {
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, []);

  return (
    <section class={`panel tokens${isOpen ? ' open' : ''}`} aria-label="Tokens">
      <div class="split">
        <div class="tok-side">
          {rows.length === 0 ? <Empty /> : <TokensList rows={rows} now={now} />}
          <PasteHint />
        </div>
        <Detail now={now} />
      </div>
    </section>
  );
}

function Detail({now}: {readonly now: number}): VNode {
  if (paste.value !== null) return <PasteView start={paste.value} now={now} onClose={closePaste} />;
  return draft.value === null ? <TokenDetailView now={now} /> : <TokenEditor />;
}

function PasteHint(): VNode {
  return (
    <p class="note">
      <Icon name="lock" small />
      <span class="grow">
        <button
          type="button"
          class="link"
          title="Decode a token from elsewhere (V)"
          onClick={() => openPaste()}
        >
          Paste any token
        </button>{' '}
        to see what is in it.
      </span>
    </p>
  );
}

/** Opens a paste outside of fields as a token to look at. The editor stays open: its draft would be lost. */
function pasted(event: ClipboardEvent): void {
  if (draft.value !== null) return;
  if (event.target instanceof Element && event.target.matches('input, textarea')) return;
  event.preventDefault();
  openPaste(event.clipboardData?.getData('text'));
}

function Empty(): VNode {
  if (tokenRows.value === null) return <div class="empty" />;
  return (
    <div class="empty">
      <p>No token has been given out. {ORIGINS[noun.value].text}</p>
      <p class="code">{ORIGINS[noun.value].code}</p>
      <button type="button" class="btn" onClick={() => void openEditor(null)}>
        Make a token
      </button>
    </div>
  );
}

/** The ways in which the code on a page gets its tokens. */
const ORIGINS: Readonly<Record<ShownNoun, {readonly text: string; readonly code: string}>> = {
  extension: {
    text: 'Extensions get one by sessionToken.get().',
    code: 'const token = await shopify.sessionToken.get();',
  },
  page: {
    text: 'A page gets one by shopify.sessionToken.get().',
    code: 'const token = await shopify.sessionToken.get();',
  },
  app: {text: 'Apps get one by App Bridge.', code: 'const token = await shopify.idToken();'},
  Mini: {text: 'Minis get one by generateUserToken().', code: 'const {data} = await generateUserToken();'},
  store: {
    text: 'Shoppers get one when they sign in.',
    code: 'POST /api/vtexid/pub/authentication/classic/validate',
  },
};

function copyCommand(): void {
  if (tokenSelection.value !== null) void copy('token-command', tokenSelection.value);
}

function openDetail(event: KeyboardEvent): void {
  const isRow = event.target instanceof Element && event.target.closest('.tok-row') !== null;
  if (isRow && tokenSelection.value !== null) runKey(event, () => focusOn('#token-detail'));
}

/** Goes one step back: from the detail to the row, then to no selection. */
function back(): void {
  const {value: number} = tokenSelection;
  if (paste.value !== null) return closePaste();
  if (number === null) return;
  if (document.activeElement?.closest('#token-detail') != null) return focusOn(LIST.rowOf(number));
  tokenSelection.value = null;
}
