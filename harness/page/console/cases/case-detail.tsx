import type {VNode} from 'preact';
import {CopyButton} from '../parts/copy-button.tsx';
import {act, copy} from '../state/console-client.ts';
import type {CaseRow} from '../../../wire/case-row.ts';
import {arm, isArmedNow} from './arm-case.ts';
import {caseSelection, foundCases} from './cases-store.ts';

/** The selected case in full, and the buttons that arm it. */
export function CaseDetail(): VNode | null {
  const row = foundCases.value.find(({id}) => id === caseSelection.value);
  if (row === undefined) return null;

  return (
    <article class="case-detail" aria-label={row.id}>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Details of ${row.id}`}>
        <h2>{row.title}</h2>
        <Facts row={row} />
      </div>
      {row.elsewhere === null ? <Acts row={row} /> : null}
    </article>
  );
}

function Facts({row}: {readonly row: CaseRow}): VNode {
  const {answer, fix, source, severity, spellings, elsewhere} = row;
  const facts: readonly (readonly [name: string, text: string])[] = [
    ['Right answer', answer ?? 'No request reaches a backend.'],
    ['If it fails', fix],
    ['Severity', `${severity}. ${REACH[row.class] ?? ''}`],
    ['Source', source],
    ...(spellings > 1 ? ([['Spellings', `${spellings}, one after the other`]] as const) : []),
    ...(elsewhere === null ? [] : ([['Happens by', elsewhere]] as const)),
  ];

  return (
    <dl class="facts">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The meaning of each class. */
const REACH: Readonly<Record<string, string>> = {
  anyone: 'Anyone can make it, without a secret.',
  defence: 'Defence in depth.',
  interop: 'Real platforms and pages do it.',
};

function Acts({row}: {readonly row: CaseRow}): VNode {
  const {id} = row;
  const isArmed = isArmedNow(id);

  return (
    <div class="acts">
      <button
        type="button"
        class="btn pri"
        title="For the next token or request (A)"
        onClick={() => void arm(row)}
      >
        Arm
      </button>
      <button type="button" class="btn" onClick={() => void act('arm', {id, times: null})}>
        Arm until disarmed
      </button>
      <button
        type="button"
        class="btn"
        disabled={!isArmed}
        title={isArmed ? 'The case no longer happens (D)' : 'It is not armed'}
        onClick={() => void act('disarm', {id})}
      >
        Disarm
      </button>
      <CopyButton
        label="Copy as test"
        title="A test that arms the case, and expects the right answer (C)"
        onCopy={() => copy('case-test', id)}
      />
    </div>
  );
}
