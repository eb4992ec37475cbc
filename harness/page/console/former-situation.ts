import type {ConsoleState} from '../../wire/console.ts';
import {durationWords} from '../../wire/duration-words.ts';

/** A verb with its value, as the simulation takes it. */
export type Deed = readonly [verb: string, arg: unknown];

/** The situation from before a restart: what it was in words, and the verbs that bring it back. */
export interface FormerSituation {
  readonly text: string;
  readonly deeds: readonly Deed[];
}

/** Describes what a state changed since its start. `null` if it changed nothing that can be done again. */
export function formerSituation({
  deviations,
  customer,
  language,
  clock,
  armed,
}: ConsoleState): FormerSituation | null {
  const topics = new Set(deviations.map(({topic}) => topic));
  const parts: (readonly [text: string, deed: Deed])[] = [];

  if (topics.has('customer') && customer.name !== null)
    parts.push([customer.label, ['sign-in', {name: customer.name}]]);
  if (topics.has('language')) parts.push([language, ['language', {tag: language}]]);
  if (topics.has('clock') && clock.frozenAt === null)
    parts.push([`${clock.offset < 0 ? '−' : '+'}${durationWords(clock.offset)}`, moveBy(clock.offset)]);
  for (const {id, times} of armed) parts.push([id, ['arm', {id, times}]]);

  if (parts.length === 0) return null;
  return {text: parts.map(([text]) => text).join(', '), deeds: parts.map(([, deed]) => deed)};
}

function moveBy(milliseconds: number): Deed {
  return ['advance', {by: `${Math.round(milliseconds)}ms`}];
}
