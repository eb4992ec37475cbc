import type {VNode} from 'preact';
import type {ClaimDetail, TokenDetail} from '../../../wire/request-detail.ts';
import {Cut} from '../parts/cut.tsx';
import {Icon} from '../parts/icon.tsx';
import {plainText} from '../parts/plain-text.ts';
import {panel, tokenSelection} from '../state/store.ts';
import {timeOfDay} from '../state/times.ts';

/** The token of a request: its life, and each claim with its meaning. The bad claim is red. */
export function TokenSection({token}: {readonly token: TokenDetail | null}): VNode | null {
  if (token === null) return null;
  return (
    <section class="sec">
      <header>
        <h3>Token</h3>
        {token.kind === null ? null : <span class="tag">{token.kind}</span>}
        <span class="grow" />
        {token.number === null ? null : <TokenLink number={token.number} />}
      </header>
      {token.life === null ? null : <Life life={token.life} />}
      <Claims claims={token.claims} />
    </section>
  );
}

/** The claims of a token, each with its meaning. */
export function Claims({claims}: {readonly claims: readonly ClaimDetail[]}): VNode {
  return (
    <dl class="claims">
      {claims.map((claim) => (
        <Claim key={claim.name} claim={claim} />
      ))}
    </dl>
  );
}

function TokenLink({number}: {readonly number: number}): VNode {
  const open = (): void => {
    tokenSelection.value = number;
    panel.value = 'tokens';
  };

  return (
    <button type="button" class="link" onClick={open}>
      Token {number}
    </button>
  );
}

function Claim({claim: {name, value, meaning, state}}: {readonly claim: ClaimDetail}): VNode {
  return (
    <div class={state === 'bad' ? 'bad' : ''}>
      <dt title={plainText(name)} class="cut">
        {plainText(name)}
      </dt>
      <dd class="v">
        <Cut text={value} />
      </dd>
      <dd class="g num">
        {state === 'none' ? null : <Icon name={state === 'ok' ? 'check' : 'x'} />}
        {plainText(meaning)}
      </dd>
    </div>
  );
}

/** The life of a token as a bar, with the time at which it was sent. */
function Life({life: {from, until, sent}}: {readonly life: NonNullable<TokenDetail['life']>}): VNode {
  const late = Math.max(0, Math.round(sent - until));
  const whole = Math.max(until, sent) - from || 1;
  const percent = (seconds: number): string =>
    `${Math.min(100, Math.max(0, ((seconds - from) / whole) * 100)).toFixed(1)}%`;

  const [begins, ends] = [timeOfDay(from * 1000), timeOfDay(until * 1000)];
  const lateness = late === 0 ? '' : `, ${late} seconds late`;
  const label = `Good from ${begins} to ${ends}; sent at ${timeOfDay(sent * 1000)}${lateness}`;

  return (
    <div class="life" role="img" aria-label={label}>
      <span class="t num first">{begins}</span>
      {late === 0 ? (
        <span class="t num last">{ends}</span>
      ) : (
        <>
          <span class="t num until" style={{insetInlineStart: percent(until)}}>
            {ends}
          </span>
          <span class="t num last late">{late} s late</span>
        </>
      )}
      <span class="track">
        <i class="good" style={{width: percent(until)}} />
        {late === 0 ? null : <i class="over" style={{insetInlineStart: percent(until)}} />}
      </span>
      <i class="at" style={{insetInlineStart: `calc(${percent(sent)} - 2px)`}} />
    </div>
  );
}
