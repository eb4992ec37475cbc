import type {VNode} from 'preact';
import {Dialog} from '../parts/dialog.tsx';
import {CONSOLE_HINTS} from '../frame/keys.ts';
import type {PanelKeys} from '../state/panel.ts';
import {PANELS} from '../frame/panels.ts';

/** The list of all keys, by panel. It reads the tables that handle them. */
export function KeysHelp(): VNode {
  return (
    <Dialog label="Keys">
      <div class="keys-list" tabIndex={0} role="region" aria-label="All keys">
        <KeyGroup label="Everywhere" hints={CONSOLE_HINTS} />
        {PANELS.map(({name, label, hints}) => (
          <KeyGroup key={name} label={label} hints={hints} />
        ))}
      </div>
    </Dialog>
  );
}

function KeyGroup({label, hints}: {readonly label: string} & Pick<PanelKeys, 'hints'>): VNode {
  return (
    <section>
      <h2>{label}</h2>
      {hints.map(([keys, effect]) => (
        <div key={effect}>
          <span class="dim">{effect}</span>
          <span class="keep">
            {keys.split(' ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        </div>
      ))}
    </section>
  );
}
