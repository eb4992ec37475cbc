import {type Signal, signal} from '@preact/signals';
import type {VNode} from 'preact';
import {useEffect} from 'preact/hooks';
import {LONGEST_PASTED, type PastedCheck} from '../../../../wire/pasted-token.ts';
import type {ClaimDetail} from '../../../../wire/request-detail.ts';
import {IconButton} from '../../parts/button.tsx';
import {ask} from '../../state/console-client.ts';
import {focusOn} from '../../parts/focus.ts';
import {Icon} from '../../parts/icon.tsx';
import {plainText} from '../../parts/plain-text.ts';
import {Claims} from '../../requests/token-section.tsx';
import {presentClaims} from '../present-claims.ts';
import {type DecodedToken, decodeToken} from './decode-token.ts';

/** The text in the field. It is nowhere else, and gone when the view closes. */
const text: Signal<string> = signal('');

/** The answer of the server; null before it is asked for, and after each change. */
const check: Signal<PastedCheck | null> = signal(null);

export interface PasteViewProps {
  /** The text that opened the view. */
  readonly start: string;
  /** Seconds since 1970. */
  readonly now: number;
  readonly onClose: () => void;
}

/** A token from elsewhere, decoded in the page. The server checks its signature on demand, and keeps nothing. */
export function PasteView({start, now, onClose}: PasteViewProps): VNode {
  useEffect(() => {
    change(start);
    focusOn('#pasted');
  }, [start]);
  useEffect(
    () => () => {
      change('');
      onClose();
    },
    [],
  );

  const decoded = text.value.trim() === '' ? null : decodeToken(text.value);
  return (
    <article
      class="detail tok-editor"
      aria-label="A pasted token"
      id="token-detail"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="scroll" tabIndex={0} role="region" aria-label="The pasted token">
        <section class="sec">
          <header>
            <h2>A pasted token</h2>
            <span class="grow" />
            <IconButton icon="x" label="Close" keys="Esc" onClick={onClose} />
          </header>
          <TokenField />
        </section>
        {decoded === null ? null : <Decoded decoded={decoded} now={now} />}
      </div>
      <Acts decoded={decoded} />
    </article>
  );
}

function TokenField(): VNode {
  return (
    <>
      <textarea
        class="tok-json"
        id="pasted"
        aria-label="The token"
        aria-describedby="pasted-note"
        placeholder="Paste a token, or a header Authorization"
        autocomplete="off"
        spellcheck={false}
        rows={4}
        value={text.value}
        onInput={({currentTarget}) => change(currentTarget.value)}
      />
      <p class="dim2" id="pasted-note">
        It is decoded in this page, and kept nowhere.
      </p>
    </>
  );
}

function Acts({decoded}: {readonly decoded: DecodedToken | null}): VNode {
  return (
    <div class="acts">
      <button
        type="button"
        class="btn pri"
        title="The server compares the signature with the keys that it has, and keeps nothing"
        disabled={decoded === null || decoded.token.length > LONGEST_PASTED}
        onClick={() => void checkSignature()}
      >
        Check the signature
      </button>
    </div>
  );
}

function change(next: string): void {
  text.value = next;
  check.value = null;
}

async function checkSignature(): Promise<void> {
  const asked = text.value;
  const answer = (await ask('pasted-token', decodeToken(asked).token)) as PastedCheck | null;
  if (text.value === asked && answer != null) check.value = answer;
}

function Decoded({decoded, now}: {readonly decoded: DecodedToken; readonly now: number}): VNode {
  const {header, claims, problem} = decoded;
  const problems = [problem, header.problem, claims.problem].filter((each) => each !== null);

  return (
    <>
      <Verdict />
      {problems.length === 0 ? null : (
        <p class="note bad" role="status">
          <Icon name="alert" small />
          <span class="grow">{problems.join('\n')}</span>
        </p>
      )}
      {claims.json === null ? null : (
        <section class="sec">
          <header>
            <h3>Claims</h3>
            <span class="grow" />
            {check.value?.kind == null ? null : <span class="tag">{check.value.kind}</span>}
          </header>
          <Claims claims={presentClaims(claimsOf(claims.json), claims.json, now)} />
        </section>
      )}
      {header.json === null ? null : (
        <section class="sec">
          <header>
            <h3>Header</h3>
          </header>
          <p class="code">{plainText(JSON.stringify(header.json))}</p>
        </section>
      )}
    </>
  );
}

/** The answer of the server. */
function Verdict(): VNode | null {
  const {value} = check;
  if (value === null) return null;

  const sig = value.claims.find(({name}) => name === 'sig');
  const isRight = sig?.state === 'ok';
  return (
    <p class={`note tok-answer ${value.verdict}`} role="status">
      <Icon name={isRight ? 'check' : 'x'} small />
      <span class="grow">
        {value.signature}
        {'\n'}
        {plainText(value.answer)}
      </span>
    </p>
  );
}

/** Describes the claims: as the server did, or by themselves. */
function claimsOf(json: Readonly<Record<string, unknown>>): readonly ClaimDetail[] {
  const checked = check.value?.claims ?? [];
  if (checked.length > 0) return checked;
  return Object.entries(json).map(([name, value]) => ({
    name,
    value: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, LONGEST_VALUE),
    meaning: '',
    state: 'none',
  }));
}

const LONGEST_VALUE = 300;
