import type {TargetedMouseEvent, VNode} from 'preact';
import type {TokenView} from '../../../wire/token-row.ts';
import {copy, copyWholeToken} from '../state/console-client.ts';
import {CopyButton} from '../parts/copy-button.tsx';
import {Icon} from '../parts/icon.tsx';
import {plainText} from '../parts/plain-text.ts';
import {Claims} from '../requests/token-section.tsx';
import {earlier, entries, panel, selection, tokenSelection} from '../state/store.ts';
import {timeOfDay} from '../state/times.ts';
import {openEditor} from './editor-store.ts';
import {presentClaims} from './present-claims.ts';
import {tokenView} from './tokens-store.ts';

/** The selected token, decoded. `now` is in seconds since 1970. */
export function TokenDetailView({now}: {readonly now: number}): VNode {
  const number = tokenSelection.value;
  const view = tokenView.value;
  if (number === null) {
    return (
      <article class="detail none" aria-label="Token">
        <p class="dim3">Choose a token.</p>
      </article>
    );
  }

  // It takes the focus before its token has come, so that Enter works at once.
  if (view?.row.number !== number) {
    return (
      <article class="detail none" aria-label={`Token ${number}`} id="token-detail" tabIndex={-1}>
        <p class="dim3">Loading the token …</p>
      </article>
    );
  }

  return (
    <article class="detail" aria-label={`Token ${number}`} id="token-detail" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Details of token ${number}`}>
        <button type="button" class="back" onClick={() => (tokenSelection.value = null)}>
          <Icon name="left" />
          Tokens
        </button>
        <Decoded view={view} now={now} />
        <Carriers requests={view.row.requests} />
        <Whole number={number} />
      </div>
      <Acts number={number} />
    </article>
  );
}

interface DecodedProps {
  readonly view: TokenView;
  readonly now: number;
}

function Decoded({view: {row, header, claims, payload}, now}: DecodedProps): VNode {
  return (
    <>
      <section class="sec">
        <header>
          <h2>
            Token {row.number}
            <span class="dim2"> for {plainText(row.who)}</span>
          </h2>
          <span class="grow" />
          <span class="tag">{row.kind}</span>
        </header>
        <p class="dim2">
          Given out at {timeOfDay(row.at)}
          {row.case === null ? '' : `, made faulty by ${row.case}`}
          {row.isOwn ? ', made in the console' : ''}.
        </p>
        <Claims claims={presentClaims(claims, payload, now)} />
      </section>
      <section class="sec">
        <header>
          <h3>Header</h3>
        </header>
        <p class="code">{plainText(header)}</p>
      </section>
    </>
  );
}

function Acts({number}: {readonly number: number}): VNode {
  return (
    <div class="acts">
      <button
        type="button"
        class="btn pri"
        title="A token of your own with these claims (N)"
        onClick={() => void openEditor(number)}
      >
        Edit a copy
      </button>
      <CopyButton
        label="Copy command"
        icon="term"
        title="A shell line that mints such a token (U)"
        onCopy={() => copy('token-command', number)}
      />
    </div>
  );
}

/** The newest requests that are shown. */
const MOST_CARRIERS = 8;

/** The requests that carried the token, with a way to each. */
function Carriers({requests}: {readonly requests: readonly number[]}): VNode {
  return (
    <section class="sec">
      <header>
        <h3>Sent with</h3>
      </header>
      {requests.length === 0 ? <p class="dim2">No request has sent this token.</p> : null}
      <ul class="related">
        {requests.slice(-MOST_CARRIERS).map((n) => (
          <Carrier key={n} n={n + earlier.value} />
        ))}
      </ul>
    </section>
  );
}

function Carrier({n}: {readonly n: number}): VNode {
  const entry = entries.value.find((each) => each.n === n);
  const words = entry?.kind === 'request' ? `${entry.method} ${entry.url}, ${entry.mark}` : '';
  const open = (): void => {
    selection.value = n;
    panel.value = 'requests';
  };

  return (
    <li>
      <button type="button" class="link" onClick={open}>
        #{n}
      </button>{' '}
      <span class="tok-any">{plainText(words)}</span>
    </li>
  );
}

/** The way to the whole token: only a click of a person copies it. */
function Whole({number}: {readonly number: number}): VNode {
  const copyIt = ({isTrusted}: TargetedMouseEvent<HTMLButtonElement>): void => {
    if (isTrusted) void copyWholeToken(number);
  };

  return (
    <p class="note tok-whole">
      <Icon name="lock" small />
      <span class="grow">
        Tokens are shown decoded.{' '}
        <button type="button" class="link" onClick={copyIt}>
          Copy the whole token
        </button>{' '}
        puts it on the clipboard, and the terminal says so.
      </span>
    </p>
  );
}
