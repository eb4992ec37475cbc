import type {VNode} from 'preact';
import {copyCall} from '../state/console-client.ts';
import {CopyButton} from '../parts/copy-button.tsx';
import {plainText} from '../parts/plain-text.ts';
import {timeOfDay} from '../state/times.ts';
import type {CallsEntry} from './calls-rows.ts';
import {callRows, callSelection} from './calls-store.ts';

/** The selected entry in full. */
export function CallsDetail(): VNode | null {
  const row = callRows.value.find(({entry}) => entry.n === callSelection.value);
  if (row === undefined) return null;

  const {entry} = row;
  const source = entry.kind === 'call' ? null : entry.source;
  return (
    <article class="call-detail" aria-label={`Entry ${entry.n}`}>
      <div class="scroll" tabIndex={0} role="region" aria-label={`Details of entry ${entry.n}`}>
        <p class="dim3 num">
          {titleOf(entry)} of {plainText(entry.handle)}, {timeOfDay(entry.at)}
          {row.count === 1 ? '' : `, ${row.count} times in a row`}
        </p>
        <pre class="mono">{plainText(contentOf(entry))}</pre>
        {source === null ? null : (
          <p>
            at <span class="mono">{plainText(source)}</span>
          </p>
        )}
      </div>
      {entry.kind === 'call' ? (
        <div class="acts">
          <CopyButton
            class="pri"
            label="Copy as test"
            title="The line of a test that expects this call (C)"
            onCopy={() => copyCall(entry.n)}
          />
        </div>
      ) : null}
    </article>
  );
}

function titleOf(entry: CallsEntry): string {
  if (entry.kind === 'call') return 'Call';
  return entry.kind === 'log' ? `console.${entry.level}` : 'Error';
}

function contentOf(entry: CallsEntry): string {
  return entry.kind === 'call' ? `${entry.member}(${entry.args.slice(1, -1)})` : entry.text;
}
