import type {VNode} from 'preact';
import {Shell} from './frame/shell.tsx';
import {KeysHelp} from './palette/keys-help.tsx';
import {Palette} from './palette/palette.tsx';
import {openDialog} from './parts/dialogs.ts';

/** The whole document: the page, the console at its dock, and the open dialog. */
export function ConsoleApp(): VNode {
  return (
    <>
      <Shell />
      {openDialog.value === 'palette' ? <Palette /> : null}
      {openDialog.value === 'keys' ? <KeysHelp /> : null}
    </>
  );
}
