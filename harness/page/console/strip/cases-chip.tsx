import type {VNode} from 'preact';
import {useState} from 'preact/hooks';
import type {ConsoleState, ConsoleWelcome} from '../../../wire/console.ts';
import {act} from '../console-client.ts';
import {Icon} from '../icon.tsx';
import {Popover} from './popover.tsx';
import {welcome} from '../store.ts';

/** Rows of the list, so that it stays short. */
const MOST_ROWS = 8;

/** The armed cases, and a search over those that can be armed. */
export function CasesChip({state}: {readonly state: ConsoleState}): VNode {
  const {armed} = state;
  const title =
    armed.length === 0 ? 'No case is armed (A)' : `Armed: ${armed.map(({id}) => id).join(', ')} (A)`;

  const button = (
    <>
      <Icon name="bolt" small />
      <span>
        {armed.length}
        {armed.length === 0 ? null : <span class="more"> armed</span>}
      </span>
    </>
  );

  return (
    <Popover
      label="Armed cases"
      title={title}
      class={armed.length === 0 ? 'chip' : 'chip off'}
      opens="a"
      button={button}
    >
      {(close) => (
        <>
          {armed.map((each) => (
            <ArmedRow key={each.id} armed={each} />
          ))}
          <CaseSearch close={close} />
        </>
      )}
    </Popover>
  );
}

function ArmedRow({armed: {id, times}}: {readonly armed: ConsoleState['armed'][number]}): VNode {
  return (
    <div class="armed-row">
      <span class="mono cut" title={id}>
        {id}
      </span>
      <small>{timesWords(times)}</small>
      <button type="button" class="btn sm" onClick={() => void act('disarm', {id})}>
        Disarm
      </button>
    </div>
  );
}

function timesWords(times: number | null): string {
  if (times === null) return 'until disarmed';
  return times === 1 ? 'once' : `${times} times`;
}

function CaseSearch({close}: {readonly close: () => void}): VNode {
  const [text, setText] = useState('');
  const [restarts, setRestarts] = useState(true);
  const cases = welcome.value?.cases ?? [];
  const found = casesFor(text, cases);

  const arm = async (id: string): Promise<void> => {
    close();
    if ((await act('arm', {id})) && restarts) await act('restart');
  };

  return (
    <>
      <label class="field">
        <Icon name="search" small />
        <span class="vh">Search cases</span>
        <input
          value={text}
          placeholder="Search cases"
          onInput={({currentTarget}) => setText(currentTarget.value)}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={restarts}
          onChange={({currentTarget}) => setRestarts(currentTarget.checked)}
        />
        Restart the extension, which asks for a token when it starts
      </label>
      {found.slice(0, MOST_ROWS).map(({id, title}) => (
        <CaseChoice key={id} id={id} title={title} onArm={() => void arm(id)} />
      ))}
      <p class="dim3" aria-live="polite">
        {found.length === 0
          ? `No case of ${cases.length} matches.`
          : `${found.length} of ${cases.length} cases`}
      </p>
    </>
  );
}

function CaseChoice({
  id,
  title,
  onArm,
}: {
  readonly id: string;
  readonly title: string;
  readonly onArm: () => void;
}): VNode {
  return (
    <button type="button" class="choice" onClick={onArm}>
      <span class="mono">{id}</span>
      <small>{title}</small>
    </button>
  );
}

/** Finds the cases whose id or title has all words, as `simhost cases` does. */
function casesFor(text: string, cases: ConsoleWelcome['cases']): ConsoleWelcome['cases'] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return cases.filter(({id, title}) =>
    words.every((word) => id.toLowerCase().includes(word) || title.toLowerCase().includes(word)),
  );
}
