import type {VNode} from 'preact';
import type {RequestEntry} from '../../../wire/journal.ts';
import type {RequestDetail} from '../../../wire/request-detail.ts';
import {copyRequest, sendAgain} from '../state/console-client.ts';
import {CopyButton} from '../parts/copy-button.tsx';
import {AnswerSection, CorsSection, RelatedSection} from './detail-sections.tsx';
import {Icon} from '../parts/icon.tsx';
import {plainText} from '../parts/plain-text.ts';
import {pathOf} from './request-row.tsx';
import {details, entries, selection, shownRequests} from '../state/store.ts';
import {timeOfDay} from '../state/times.ts';
import {TokenSection} from './token-section.tsx';
import {RequestWay} from './request-way.tsx';

/** The selected request: what happened, whose turn it is, and every part that explains it. */
export function RequestDetailView(): VNode {
  const {value: n} = selection;
  const entry = entries.value.find((each): each is RequestEntry => each.n === n && each.kind === 'request');
  if (n === null || entry === undefined) {
    return (
      <article class="detail none" aria-label="Request">
        <p class="dim3">{n === null ? 'Choose a request.' : `Request #${n} was let go.`}</p>
      </article>
    );
  }

  const detail = details.value.get(n);
  return (
    <article class="detail" aria-label={`Request ${n}`} id="detail" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Details of request ${n}`}>
        <Back n={n} />
        <Head entry={entry} />
        {detail === undefined ? <p class="lead">{entry.sentence}.</p> : <Sections detail={detail} />}
      </div>
      <Acts n={n} canResend={detail?.canResend === true} />
    </article>
  );
}

function Acts({n, canResend}: {readonly n: number; readonly canResend: boolean}): VNode {
  const onlyNewest = 'Only the newest requests of the page to a backend';
  const curlTitle = canResend
    ? 'A shell line that mints a token and sends this request (U)'
    : `${onlyNewest} can be copied`;
  const againTitle = canResend
    ? 'The same request with a fresh token (R)'
    : `${onlyNewest} can be sent again`;

  return (
    <div class="acts">
      <CopyButton
        class="pri"
        label="Copy as test"
        icon="flask"
        title="A Playwright test that makes this request (C)"
        onCopy={() => copyRequest('test', n)}
      />
      <CopyButton
        label="Copy as curl"
        icon="term"
        title={curlTitle}
        disabled={!canResend}
        onCopy={() => copyRequest('curl', n)}
      />
      <button
        type="button"
        class="btn"
        disabled={!canResend}
        title={againTitle}
        onClick={() => void sendAgain(n)}
      >
        <Icon name="redo" small />
        Send again
      </button>
    </div>
  );
}

/** The section with the fault comes first. */
function Sections({detail}: {readonly detail: RequestDetail}): VNode {
  const token = <TokenSection key="token" token={detail.token} />;
  const cors = <CorsSection key="cors" cors={detail.cors} />;

  return (
    <>
      <Reason detail={detail} />
      <RequestWay steps={detail.way} />
      {detail.cors?.state === 'bad' ? [cors, token] : [token, cors]}
      <AnswerSection answer={detail.answer} />
      <RelatedSection related={detail.related} />
    </>
  );
}

function Back({n}: {readonly n: number}): VNode {
  const {value: numbers} = shownRequests;
  return (
    <button type="button" class="back" onClick={() => (selection.value = null)}>
      <Icon name="left" />
      Requests
      <span class="grow" />
      <span class="num dim3">
        {numbers.indexOf(n) + 1} of {numbers.length}
      </span>
    </button>
  );
}

const PILLS = {problem: 'bad', right: 'ok', plain: '', pending: ''} as const;

function Head({entry: {n, mark, mood, method, url, at}}: {readonly entry: RequestEntry}): VNode {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return (
    <div class="d-head">
      <span class={`pill ${PILLS[mood]}`}>{mark}</span>
      <span class="mono cut" title={plainText(`${method} ${url}`)}>
        <span class="dim3">
          {plainText(method)} <span class="more">{plainText(host)}</span>
        </span>
        {plainText(pathOf(url))}
      </span>
      <span class="grow" />
      <span class="dim3 num keep">
        #{n} · {timeOfDay(at)}
      </span>
    </div>
  );
}

function Reason({detail: {headline, explanation, turn}}: {readonly detail: RequestDetail}): VNode {
  return (
    <div class="reason">
      <h2>{plainText(headline)}</h2>
      {explanation.map((line) => (
        <p key={line}>{plainText(line)}</p>
      ))}
      {turn === null ? null : (
        <div class="turn">
          <Icon name="pen" />
          <p>
            <b>To change: {turn.who}</b>
            {turn.source === null ? null : <span class="mono"> {plainText(turn.source)}</span>}
          </p>
          {turn.fix === null ? null : <p class="fix">{plainText(turn.fix)}</p>}
        </div>
      )}
    </div>
  );
}
