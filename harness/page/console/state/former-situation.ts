import type {ConsoleState} from '../../../wire/console.ts';
import {durationWords} from '../../../wire/duration-words.ts';

/** A verb with its value, as the simulation takes it. */
export type Deed = readonly [verb: string, arg: unknown];

/** The situation from before a restart: what it was in words, and the verbs that bring it back. */
export interface FormerSituation {
  readonly text: string;
  readonly deeds: readonly Deed[];
}

/** A part of a situation: words, and the verbs that bring it back. */
type Part = readonly [text: string, ...deeds: readonly Deed[]];

/** Describes what a state changed since its start. `null` if it changed nothing that can be done again. */
export function formerSituation(state: ConsoleState): FormerSituation | null {
  const {deviations, customer, armed, changes} = state;
  const parts: Part[] = changes.map(({id, label, value}) => [
    id === 'who' ? customer.label : (WORDS[id]?.(value) ?? label),
    ['field', {id, value}],
  ]);

  if (deviations.some(({topic}) => topic === 'clock')) parts.push(...clockParts(state), ...skewParts(state));
  for (const {id, times} of armed) parts.push([id, ['arm', {id, times}]]);

  if (parts.length === 0) return null;
  return {
    text: parts.map(([text]) => text).join(', '),
    deeds: parts.flatMap(([, ...deeds]) => deeds),
  };
}

/** Fields whose value says more than their label. */
const WORDS: Readonly<Record<string, (value: string | null) => string>> = {
  language: (value) => value ?? '',
  target: (value) => value ?? '',
  cors: (value) => (value === 'true' ? 'held to CORS' : 'not held to CORS'),
};

function skewParts({skews}: ConsoleState): readonly Part[] {
  const parties = Object.entries(skews).filter(
    ([party, by]) => by !== (party === 'platform' ? skews.browser : 0),
  );
  return parties.map(([party, by]) => [
    `${party} ${by < 0 ? '−' : '+'}${durationWords(by)}`,
    ['skew', {party, by: `${by}ms`}],
  ]);
}

function clockParts({clock: {offset, frozenAt}}: ConsoleState): readonly Part[] {
  if (frozenAt !== null) {
    const instant = new Date(frozenAt).toISOString();
    return [[`stopped at ${instant.slice(0, 19)}Z`, ['set', {to: instant}], ['freeze', {}]]];
  }

  const distance = `${offset < 0 ? '−' : '+'}${durationWords(offset)}`;
  return Math.abs(offset) < 500 ? [] : [[distance, ['advance', {by: `${Math.round(offset)}ms`}]]];
}
