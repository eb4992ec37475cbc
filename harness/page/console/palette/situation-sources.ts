import {act} from '../state/console-client.ts';
import {STEPS} from '../clock/clock-moves.tsx';
import {noun, situation, welcome} from '../state/store.ts';
import {languageName} from '../strip/situation-strip.tsx';
import type {Command, CommandSource} from './command.ts';

export const PERSON_SOURCE: CommandSource = {
  kind: 'Sign in',
  icon: 'user',
  isKept: true,
  commands: () =>
    (welcome.value?.people ?? []).map(({name, label, note}) => ({
      id: `person:${name}`,
      label,
      note,
      run: () => act('sign-in', {name}),
    })),
};

export const LANGUAGE_SOURCE: CommandSource = {
  kind: 'Language',
  icon: 'globe',
  isKept: true,
  commands: () =>
    (situation.value?.languages ?? []).map((tag) => ({
      id: `language:${tag}`,
      label: languageName(tag),
      note: tag,
      run: () => act('language', {tag}),
    })),
};

export const TARGET_SOURCE: CommandSource = {
  kind: 'Target',
  icon: 'target',
  isKept: true,
  commands: () =>
    (situation.value?.extensions ?? []).flatMap(({name, targets}) =>
      targets.map((target) => ({
        id: `target:${target}`,
        label: target,
        note: name,
        run: () => act('target', {target}),
      })),
    ),
};

export const CLOCK_SOURCE: CommandSource = {
  kind: 'Clock',
  icon: 'clock',
  isKept: true,
  commands: (query) => [
    ...writtenMove(query),
    ...STEPS.map(([label, by]) => ({
      id: `clock:${by}`,
      label: `Move the clock on by ${label.slice(1)}`,
      note: label,
      run: () => act('advance', {by}),
    })),
    {id: 'clock:stop', label: 'Stop the clock', note: 'freeze', run: () => act('freeze')},
    {id: 'clock:run', label: 'Run the clock', note: 'resume', run: () => act('resume')},
    {id: 'clock:real', label: 'Real time', note: 'the clock of this machine', run: () => act('real-time')},
  ],
};

export const SITUATION_SOURCE: CommandSource = {
  kind: 'Situation',
  icon: 'sliders',
  isKept: true,
  commands: () => [
    {
      id: 'situation:restart',
      label: `Restart the ${noun.value}`,
      note: 'from the start',
      run: () => act('restart'),
    },
    {
      id: 'situation:reset',
      label: 'Reset',
      note: 'back to the situation at the start',
      run: () => act('reset'),
    },
    ...corsCommands(situation.value?.holdsToCors ?? null),
  ],
};

/** A duration in the field moves the clock: `6m`, `+90s`. */
function writtenMove(query: string): readonly Command[] {
  const by = /^\+?(\d+(?:ms|s|m|h|d))$/.exec(query.trim())?.[1];
  if (by === undefined) return [];
  // The search reads the note, so the note is what the user wrote.
  return [
    {id: `clock:${by}`, label: `Move the clock on by ${by}`, note: query, run: () => act('advance', {by})},
  ];
}

/** Switches CORS. A page without this switch has no command. */
function corsCommands(isHeld: boolean | null): readonly Command[] {
  if (isHeld === null) return [];
  return [
    {
      id: 'situation:cors',
      label: isHeld ? 'Do not hold to CORS' : 'Hold to CORS',
      note: isHeld ? 'the page reads every answer' : 'as a browser does',
      run: () => act('cors', {holds: !isHeld}),
    },
  ];
}
