import type {TargetedFocusEvent, VNode} from 'preact';
import {useState} from 'preact/hooks';
import type {BarAction, TitleBar} from '../../../wire/app-bridge.ts';
import {titleBar} from '../state.ts';
import {ActionButton} from './action-button.tsx';

/** The title bar: the title of the page, and the actions of the app. */
export function TitleBarView({app}: {readonly app: string}): VNode {
  const bar = titleBar.value;
  return (
    <div role="toolbar" aria-label="Title bar" class="title-bar">
      {bar?.breadcrumb == null ? null : <ActionButton action={bar.breadcrumb} class="breadcrumb" />}
      <h1>{bar === null || bar.title === '' ? app : bar.title}</h1>
      {bar === null ? null : <Actions bar={bar} />}
    </div>
  );
}

/** The buttons of a title bar. */
export function Actions({bar: {primary, secondary, groups}}: {readonly bar: TitleBar}): VNode {
  return (
    <>
      {groups.map(({label, actions}) => (
        <Group key={label} label={label} actions={actions} />
      ))}
      {secondary.map((action) => (
        <ActionButton key={action.label} action={action} />
      ))}
      {primary === null ? null : <ActionButton action={primary} class="primary" />}
    </>
  );
}

/** A button that opens a menu of actions. */
function Group({label, actions}: {readonly label: string; readonly actions: readonly BarAction[]}): VNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const name = label === '' ? 'More actions' : label;

  return (
    <div class="menu" onKeyDown={({key}) => key === 'Escape' && close()} onFocusOut={closeOutside(close)}>
      <button type="button" aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {name}
      </button>
      {isOpen ? (
        <div role="menu" aria-label={name} onClick={close}>
          {actions.map((action) => (
            <ActionButton key={action.label} action={action} role="menuitem" />
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Closes a menu when the focus leaves it. */
function closeOutside(close: () => void): (event: TargetedFocusEvent<HTMLElement>) => void {
  return ({currentTarget, relatedTarget}) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) close();
  };
}
