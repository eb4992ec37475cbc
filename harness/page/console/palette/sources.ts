import {copy, copyRequest} from '../state/console-client.ts';
import {arm} from '../cases/arm-case.ts';
import {caseResults, catalogue, loadCatalogue} from '../cases/cases-store.ts';
import {focusOn} from '../parts/focus.ts';
import {PANELS} from '../frame/panels.ts';
import {pathOf} from '../requests/request-row.tsx';
import {fields, loadFields, wantedField} from '../situation/situation-store.ts';
import {entries, panel, selection, tokenSelection} from '../state/store.ts';
import {loadTokens, tokenRows} from '../tokens/tokens-store.ts';
import type {Command, CommandSource} from './command.ts';
import {CONSOLE_SOURCE, PAGE_SOURCE} from './look-sources.ts';
import {
  CLOCK_SOURCE,
  LANGUAGE_SOURCE,
  PERSON_SOURCE,
  SITUATION_SOURCE,
  TARGET_SOURCE,
} from './situation-sources.ts';

const PANEL_SOURCE: CommandSource = {
  kind: 'Panel',
  icon: 'list',
  isKept: true,
  commands: () =>
    PANELS.map(({name, label}) => ({id: `panel:${name}`, label, note: 'Open', run: () => openPanel(name)})),
};

const CASE_SOURCE: CommandSource = {
  kind: 'Arm',
  icon: 'bolt',
  isKept: true,
  load: loadCatalogue,
  commands: () =>
    (catalogue.value ?? [])
      .filter(({elsewhere}) => elsewhere === null)
      .map((row) => {
        const result = caseResults.value.get(row.id);
        const command = {id: `case:${row.id}`, label: row.id, note: row.title, run: () => arm(row)};
        return result === undefined ? command : {...command, copyTest: () => copyRequest('test', result.n)};
      }),
};

const TOKEN_SOURCE: CommandSource = {
  kind: 'Token',
  icon: 'lock',
  isKept: false,
  load: loadTokens,
  commands: () =>
    (tokenRows.value ?? []).map(({number, kind, who}) => ({
      id: `token:${number}`,
      label: `Token ${number}`,
      note: `${kind}, for ${who}`,
      run: () => openToken(number),
    })),
};

const FIELD_SOURCE: CommandSource = {
  kind: 'Change',
  icon: 'sliders',
  isKept: true,
  load: loadFields,
  commands: () =>
    fields.value
      .filter(({input}) => input !== 'people')
      .map(({id, section, label, value}) => ({
        id: `field:${id}`,
        label: `${section}: ${label}`,
        note: value ?? 'unset',
        run: () => {
          panel.value = 'situation';
          wantedField.value = id;
        },
      })),
};

const REQUEST_SOURCE: CommandSource = {
  kind: 'Request',
  icon: 'swap',
  isKept: false,
  commands: () => requestCommands().toReversed(),
};

const COPY_SOURCE: CommandSource = {
  kind: 'Copy',
  icon: 'copy',
  isKept: true,
  commands: () => [
    {id: 'copy:page', label: 'Copy what the page shows', note: 'as a test', run: () => copy('page-test')},
    ...copyOfSelected(),
  ],
};

/**
 * Everything that Do anything finds, in the order without a query. A panel with its own entries adds a row.
 */
export const SOURCES: readonly CommandSource[] = [
  PANEL_SOURCE,
  PERSON_SOURCE,
  LANGUAGE_SOURCE,
  TARGET_SOURCE,
  CLOCK_SOURCE,
  SITUATION_SOURCE,
  FIELD_SOURCE,
  COPY_SOURCE,
  PAGE_SOURCE,
  CONSOLE_SOURCE,
  REQUEST_SOURCE,
  TOKEN_SOURCE,
  CASE_SOURCE,
];

function openPanel(name: (typeof PANELS)[number]['name']): void {
  panel.value = name;
  requestAnimationFrame(() => focusOn(`#tab-${name}`));
}

function requestCommands(): readonly Command[] {
  return entries.value.flatMap((entry) => {
    if (entry.kind !== 'request') return [];

    const {n, mark, method, url, title, sentence} = entry;
    return [
      {
        id: `request:${n}`,
        label: `#${n} ${mark} ${title ?? `${method} ${pathOf(url)}`}`,
        note: sentence,
        run: () => openRequest(n),
        copyTest: () => copyRequest('test', n),
      },
    ];
  });
}

function openRequest(n: number): void {
  panel.value = 'requests';
  selection.value = n;
  requestAnimationFrame(() => focusOn(`.row[data-n="${n}"]`));
}

function openToken(number: number): void {
  panel.value = 'tokens';
  tokenSelection.value = number;
  requestAnimationFrame(() => focusOn(`.tok-row[data-token="${number}"]`));
}

function copyOfSelected(): readonly Command[] {
  const {value: n} = selection;
  if (n === null) return [];

  return [
    {
      id: 'copy:test',
      label: `Copy request #${n} as a test`,
      note: 'the selected one',
      run: () => copyRequest('test', n),
    },
    {
      id: 'copy:curl',
      label: `Copy request #${n} as curl`,
      note: 'the selected one',
      run: () => copyRequest('curl', n),
    },
  ];
}
