import {expect, test} from '@playwright/test';
import {MOST_SHOWN, findCommands} from './find-commands.ts';

const entry = (id: string, label: string, note = ''): {id: string; label: string; note: string} => ({
  id,
  label,
  note,
});

const COMMANDS = [
  entry('panel:clock', 'Clock', 'panel'),
  entry('case:exp-past-60', 'exp-past-60', 'The token expired 60 s ago'),
  entry('case:key-wrong', 'key-wrong', 'The key of another app'),
  entry('person:bea', 'Bea Byron', 'buys for Byron and Co'),
  entry('clock:real-time', 'Real time', 'clock'),
];

const ids = (query: string, recent: readonly string[] = []): readonly string[] =>
  findCommands(COMMANDS, query, recent).list.map(({id}) => id);

const SEARCHES = [
  {query: '', found: COMMANDS.map(({id}) => id)},
  {query: 'CLOCK', found: ['panel:clock', 'clock:real-time']},
  {query: 'token expired', found: ['case:exp-past-60']},
  {query: ' byron ', found: ['person:bea']},
  {query: 'wrong', found: ['case:key-wrong']},
];

for (const {query, found} of SEARCHES) {
  test(`"${query}" finds ${found.join(', ')}`, () => {
    expect(ids(query)).toEqual(found);
  });
}

test('a name that begins with the query is before a word that does, and a part of a word is last', () => {
  const commands = [entry('a', 'unkeyed'), entry('b', 'the key'), entry('c', 'bad-key'), entry('d', 'key')];
  expect(findCommands(commands, 'key', []).list.map(({id}) => id)).toEqual(['d', 'b', 'c', 'a']);
});

test('recent entries come first, the newest at the top, and only if they have the words', () => {
  const recent = ['clock:real-time', 'person:bea', 'case:gone'];
  expect(ids('', recent).slice(0, 3)).toEqual(['clock:real-time', 'person:bea', 'panel:clock']);
  expect(ids('clock', recent)).toEqual(['clock:real-time', 'panel:clock']);
});

test('a mistyped name finds the nearest one, and something else finds nothing', () => {
  expect(findCommands(COMMANDS, 'key-wrnog', [])).toEqual({list: [COMMANDS[2]], isNearest: true});
  expect(findCommands(COMMANDS, 'zzzzzzzz', [])).toEqual({list: [], isNearest: true});
});

test('a long list is cut', () => {
  const many = Array.from({length: 400}, (_, n) => entry(`case:c-${n}`, `c-${n}`));
  expect(findCommands(many, 'c', []).list).toHaveLength(MOST_SHOWN);
});
