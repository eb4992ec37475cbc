import {computed} from '@preact/signals';
import type {TargetedSubmitEvent, VNode} from 'preact';
import {RestartTick} from '../cases/restart-tick.tsx';
import {restartsOnArm} from '../cases/cases-store.ts';
import {act, copy} from '../state/console-client.ts';
import {CopyButton} from '../parts/copy-button.tsx';
import {IconButton} from '../parts/button.tsx';
import {Icon} from '../parts/icon.tsx';
import {plainText} from '../parts/plain-text.ts';
import {noun} from '../state/store.ts';
import {type DraftField, isChanged, undone, withClaim, without, withText} from './draft-fields.ts';
import {change, closeEditor, draft, judgement, mint, sentDraft, switchView} from './editor-store.ts';

/** The editor of claims: a field for each claim, the right answer of a backend, and the ways to use the token. */
export function TokenEditor(): VNode | null {
  const {value} = draft;
  if (value === null) return null;

  const start = value.from === null ? 'a good token' : `token ${value.from}`;
  return (
    <article
      class="detail tok-editor"
      aria-label="A token of your own"
      id="token-detail"
      tabIndex={-1}
      onKeyDown={onKey}
    >
      <div class="scroll" tabIndex={0} role="region" aria-label="The claims">
        <button type="button" class="back" onClick={closeEditor}>
          <Icon name="left" />
          Tokens
        </button>
        <section class="sec">
          <header>
            <h2>A token of your own</h2>
            <span class="grow" />
            <Views isJson={value.json !== null} />
          </header>
          <p class="dim2">
            Starts as {start} ({value.kind}). The server signs it; this page never has the secret.
          </p>
          {value.json === null ? <Fields fields={value.fields} /> : <Json text={value.json} />}
        </section>
        <Answer />
      </div>
      <Acts />
    </article>
  );
}

/** Whether the code on the page asks the platform for tokens. A store gets its own by a login. */
const takesTokens = computed(() => noun.value !== 'store' && noun.value !== 'app');

/** Gives the token to the code on the page, and starts that again if the author wants it. */
export async function give(): Promise<void> {
  if (!takesTokens.value) return;
  if ((await mint(true)) && restartsOnArm.value) await act('restart');
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    void give();
  } else if (event.key === 'Escape') {
    event.stopPropagation();
    closeEditor();
  }
}

function Views({isJson}: {readonly isJson: boolean}): VNode {
  return (
    <span class="seg" role="group" aria-label="View">
      <button type="button" aria-pressed={!isJson} onClick={() => switchView(false)}>
        Claims
      </button>
      <button type="button" aria-pressed={isJson} onClick={() => switchView(true)}>
        JSON
      </button>
    </span>
  );
}

function Json({text}: {readonly text: string}): VNode {
  return (
    <textarea
      class="tok-json"
      aria-label="The claims as JSON"
      spellcheck={false}
      rows={12}
      value={text}
      onInput={({currentTarget}) => change({json: currentTarget.value})}
    />
  );
}

function Fields({fields}: {readonly fields: readonly DraftField[]}): VNode {
  const add = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change({fields: withClaim(fields, String(new FormData(event.currentTarget).get('name')))});
    event.currentTarget.reset();
  };

  return (
    <>
      {fields.map((field) => (
        <Field key={field.name} field={field} fields={fields} />
      ))}
      <form class="tok-field" onSubmit={add}>
        <span />
        <label class="field">
          <span class="vh">Name of another claim</span>
          <input name="name" required placeholder="another claim" />
        </label>
        <button type="submit" class="btn sm">
          Add
        </button>
      </form>
    </>
  );
}

interface FieldProps {
  readonly field: DraftField;
  readonly fields: readonly DraftField[];
}

function Field({field, fields}: FieldProps): VNode {
  const {name, text, isGone} = field;
  const claim = judgement.value?.claims.find((each) => each.name === name);
  const meaning = isGone ? 'left out' : (claim?.meaning ?? '');
  const plain = plainText(name);
  const isOff = isChanged(field);

  return (
    <div class={`tok-field${isOff ? ' off' : ''}`}>
      <span class="mono cut" title={plain}>
        {plain}
      </span>
      <label class="field">
        <input
          class="mono"
          aria-label={plain}
          title={plainText(text)}
          value={text}
          disabled={isGone}
          spellcheck={false}
          onInput={({currentTarget}) => change({fields: withText(fields, name, currentTarget.value)})}
        />
        <span class={`tok-mean cut${claim?.state === 'bad' ? ' bad' : ''}`} title={plainText(meaning)}>
          {plainText(meaning)}
        </span>
      </label>
      <Leave field={field} fields={fields} />
    </div>
  );
}

/** Leaves the claim out, or takes its changes back. */
function Leave({field, fields}: FieldProps): VNode {
  const {name} = field;
  const plain = plainText(name);
  if (!isChanged(field)) {
    return (
      <IconButton
        icon="x"
        label={`Leave ${plain} out`}
        onClick={() => change({fields: without(fields, name)})}
      />
    );
  }

  return (
    <IconButton icon="redo" label={`Undo ${plain}`} onClick={() => change({fields: undone(fields, name)})} />
  );
}

/** The right answer of a backend, or the reason why the claims cannot be read. */
function Answer(): VNode {
  const {value} = judgement;
  const problem = value?.problem ?? null;
  const tone = problem === null ? (value?.verdict ?? 'none') : 'bad';

  return (
    <p class={`note tok-answer ${tone}`} role="status">
      <Icon name={problem === null ? 'bolt' : 'alert'} small />
      <span class="grow">
        {problem === null
          ? plainText(value?.answer ?? 'Finding the answer …')
          : plainText(problem.name === null ? problem.text : `${problem.name}: ${problem.text}`)}
      </span>
    </p>
  );
}

function Acts(): VNode {
  const isBroken = judgement.value === null || judgement.value.problem !== null;
  const canGive = takesTokens.value;

  return (
    <div class="tok-acts">
      {canGive ? <RestartTick>Restart the {noun.value} after giving it the token</RestartTick> : null}
      <div class="acts">
        {canGive ? (
          <button
            type="button"
            class="btn pri"
            title="The next request for a token gets it (Ctrl Enter)"
            disabled={isBroken}
            onClick={() => void give()}
          >
            Give to the {noun.value}
          </button>
        ) : null}
        <button
          type="button"
          class="btn"
          title="Signs it, and lists it"
          disabled={isBroken}
          onClick={() => void mint(false)}
        >
          Mint
        </button>
        <CopyButton
          label="Copy command"
          icon="term"
          title="A shell line that mints such a token"
          disabled={isBroken}
          onCopy={() => copy('draft-command', sentDraft.value)}
        />
      </div>
    </div>
  );
}
