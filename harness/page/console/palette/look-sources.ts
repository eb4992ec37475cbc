import {changeLayout} from '../state/console-client.ts';
import {openWindow} from '../frame/console-bar.tsx';
import {openDialog} from '../parts/dialogs.ts';
import {reveal, toggleAlone, toggleOutline} from '../frame/look-buttons.tsx';
import {PAGE_WIDTHS} from '../frame/width-menu.tsx';
import {pageLoads, pageWidth, situation} from '../state/store.ts';
import {THEMES} from '../../../wire/console.ts';
import type {Command, CommandSource} from './command.ts';

export const PAGE_SOURCE: CommandSource = {
  kind: 'Page',
  icon: 'window',
  isKept: true,
  commands: () => [
    ...(situation.value?.look == null ? [] : LOOKS),
    {id: 'page:reload', label: 'Reload the page', note: '', run: () => pageLoads.value++},
    ...PAGE_WIDTHS.map(([label, pixels]) => ({
      id: `page:width-${pixels ?? 'fit'}`,
      label: `Width of the page: ${pixels === null ? 'fit' : `${pixels} px`}`,
      note: label,
      run: () => (pageWidth.value = pixels),
    })),
  ],
};

const LOOKS: readonly Command[] = [
  {id: 'page:reveal', label: 'Scroll to the extension', note: 'E', run: reveal},
  {id: 'page:outline', label: 'Outline the extension', note: 'on or off, O', run: toggleOutline},
  {id: 'page:alone', label: 'Show only the extension', note: 'on or off, F', run: toggleAlone},
];

export const CONSOLE_SOURCE: CommandSource = {
  kind: 'Console',
  icon: 'sliders',
  isKept: true,
  commands: () => [
    ...THEMES.map((theme) => ({
      id: `console:${theme}`,
      label: `Theme: ${theme}`,
      note: theme === situation.value?.layout.theme ? 'now' : '',
      run: () => changeLayout({theme}),
    })),
    {id: 'console:right', label: 'Dock at the right', note: '', run: () => changeLayout({dock: 'right'})},
    {id: 'console:bottom', label: 'Dock at the bottom', note: '', run: () => changeLayout({dock: 'bottom'})},
    {
      id: 'console:fold',
      label: 'Fold the console',
      note: 'Ctrl .',
      run: () => changeLayout({dock: 'folded'}),
    },
    {id: 'console:window', label: 'Own window', note: '', run: openWindow},
    {id: 'console:keys', label: 'Show all keys', note: '?', run: () => (openDialog.value = 'keys')},
  ],
};
