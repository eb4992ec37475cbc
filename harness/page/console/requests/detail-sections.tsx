import type {VNode} from 'preact';
import {useState} from 'preact/hooks';
import type {AnswerDetail, CorsDetail, RequestDetail} from '../../../wire/request-detail.ts';
import {Icon} from '../parts/icon.tsx';
import {plainText} from '../parts/plain-text.ts';
import {selection} from '../state/store.ts';

/** Shows one sentence about CORS. The headers unfold. */
export function CorsSection({cors}: {readonly cors: CorsDetail | null}): VNode | null {
  if (cors === null) return null;
  const isBad = cors.state === 'bad';

  return (
    <section class="sec">
      <header>
        <h3>CORS</h3>
        <span class="grow" />
        <span class={isBad ? 'verdict bad' : 'verdict'}>
          <Icon name={isBad ? 'x' : 'check'} />
          {cors.verdict}
        </span>
      </header>
      <p class="dim small">{plainText(cors.text)}</p>
      <Headers headers={cors.headers} />
    </section>
  );
}

/** The answer: type, size, and the body as a string. */
export function AnswerSection({answer}: {readonly answer: AnswerDetail | null}): VNode | null {
  if (answer === null) return null;
  const {type, size, body, headers} = answer;
  const facts = [type, size === null ? null : `${size} bytes`].filter((fact) => fact !== null).join(', ');

  return (
    <section class="sec">
      <header>
        <h3>Answer</h3>
        <span class="grow" />
        <span class="dim3 num small">{plainText(facts)}</span>
      </header>
      {body === null || body === '' ? (
        <p class="dim small">No body.</p>
      ) : (
        <div class="code">{plainText(body)}</div>
      )}
      <Headers headers={headers} />
    </section>
  );
}

/** Other requests that belong to this one. */
export function RelatedSection({related}: Pick<RequestDetail, 'related'>): VNode | null {
  if (related.length === 0) return null;
  return (
    <section class="sec">
      <header>
        <h3>Before and after</h3>
      </header>
      <ul class="related">
        {related.map(({text, n}) => (
          <li key={n}>
            {text}:{' '}
            <button type="button" class="link" onClick={() => (selection.value = n)}>
              #{n}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Headers({headers}: {readonly headers: CorsDetail['headers']}): VNode | null {
  const [isOpen, setOpen] = useState(false);
  if (headers.length === 0) return null;

  return (
    <>
      <button type="button" class="link small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Hide headers' : 'All headers'}
      </button>
      {isOpen ? (
        <div class="code">{headers.map(([name, value]) => `${name}: ${plainText(value)}`).join('\n')}</div>
      ) : null}
    </>
  );
}
