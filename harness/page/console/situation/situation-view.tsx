import type {VNode} from 'preact';
import {useEffect, useState} from 'preact/hooks';
import type {SituationField} from '../../../wire/console.ts';
import {act, copy} from '../state/console-client.ts';
import {CopyButton} from '../parts/copy-button.tsx';
import {plainText} from '../parts/plain-text.ts';
import {noun, situation} from '../state/store.ts';
import {FieldView} from './field-view.tsx';
import {fields, loadFields, wantedField} from './situation-store.ts';
import {StorageRow} from './storage-row.tsx';

/** The fields of the situation by section, and the ways to take it along. */
export function SituationView(): VNode {
  const {value: state} = situation;
  useEffect(() => void loadFields(), [state]);

  const all = fields.value;
  const sections = [...new Set(all.map(({section}) => section))];
  const usual = sections.filter((section) => all.some((field) => field.section === section && !field.isRare));
  const rare = all.filter(({isRare}) => isRare);

  return (
    <section class="panel sit" aria-label="Situation">
      <div class="scroll sit-body" tabIndex={0} role="region" aria-label="Fields of the situation">
        {usual.map((section) => (
          <Section
            key={section}
            title={section}
            list={all.filter((field) => field.section === section && !field.isRare)}
          />
        ))}
        <StorageRow />
        {rare.length === 0 ? null : <RareFields list={rare} />}
      </div>
      <Footer />
    </section>
  );
}

interface SectionProps {
  readonly title: string;
  readonly list: readonly SituationField[];
}

function Section({title, list}: SectionProps): VNode {
  return (
    <div class="sit-sec" role="group" aria-label={title}>
      <h2>{plainText(title)}</h2>
      {list.map((field) => (
        <FieldView key={field.id} field={field} />
      ))}
    </div>
  );
}

/** The fields that a test can set and that few authors need. They are drawn when somebody opens them. */
function RareFields({list}: {readonly list: readonly SituationField[]}): VNode {
  const [isOpen, setIsOpen] = useState(false);
  const sections = [...new Set(list.map(({section}) => section))];
  const changed = list.filter(({isChanged}) => isChanged).length;
  const isWanted = list.some(({id}) => id === wantedField.value);
  useEffect(() => {
    if (isWanted) setIsOpen(true);
  }, [isWanted]);

  return (
    <details class="sit-sec" open={isOpen} onToggle={({currentTarget}) => setIsOpen(currentTarget.open)}>
      <summary>
        Everything else that a test can set
        {changed === 0 ? null : <span class="count"> {changed} changed</span>}
      </summary>
      {isOpen
        ? sections.map((section) => (
            <Section key={section} title={section} list={list.filter((field) => field.section === section)} />
          ))
        : null}
    </details>
  );
}

function Footer(): VNode {
  const count = situation.value?.deviations.length ?? 0;

  return (
    <div class="acts">
      <CopyButton
        class="pri"
        icon="flask"
        label="Copy as test"
        title="Copies what the page shows as a test (C)"
        onCopy={() => copy('page-test')}
      />
      {noun.value === 'page' ? null : (
        <CopyButton
          icon="term"
          label="Copy as command"
          title="Copies the command that starts simhost in this situation"
          onCopy={() => copy('command')}
        />
      )}
      <button
        type="button"
        class="btn"
        disabled={count === 0}
        title="Back to the start (Ctrl Backspace)"
        onClick={() => void act('reset')}
      >
        {count === 0 ? 'Reset' : `Reset ${count} ${count === 1 ? 'change' : 'changes'}`}
      </button>
    </div>
  );
}
