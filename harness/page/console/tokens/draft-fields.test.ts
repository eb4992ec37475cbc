import {expect, test} from '@playwright/test';
import {
  type DraftField,
  fromJson,
  isChanged,
  keptFields,
  startFields,
  undone,
  withClaim,
  without,
  withText,
} from './draft-fields.ts';

const FIELDS = startFields([
  {name: 'sub', text: 'ada'},
  {name: 'exp', text: 'now + 300 s'},
]);

const texts = (fields: readonly DraftField[]): unknown =>
  Object.fromEntries(keptFields(fields).map(({name, text}) => [name, text]));

test('a claim that is left out comes back by undo, and by its name', () => {
  const left = without(FIELDS, 'sub');
  expect(texts(left)).toEqual({exp: 'now + 300 s'});
  expect(left.map(isChanged)).toEqual([true, false]);
  expect(undone(left, 'sub')).toEqual(FIELDS);
  expect(withClaim(left, ' sub ')).toEqual(FIELDS);
});

test('an added claim goes away whole, and an empty name adds nothing', () => {
  const added = withText(withClaim(FIELDS, 'level'), 'level', '3');
  expect(texts(added)).toEqual({sub: 'ada', exp: 'now + 300 s', level: '3'});
  expect(without(added, 'level')).toEqual(FIELDS);
  expect(undone(added, 'level')).toEqual(FIELDS);
  expect(withClaim(FIELDS, ' ')).toEqual(FIELDS);
});

test('claims that were written as JSON become fields, and the missing ones can be undone', () => {
  const read = fromJson(FIELDS, [
    {name: 'exp', text: '1'},
    {name: 'odd', text: 'x'},
  ]);
  expect(texts(read)).toEqual({exp: '1', odd: 'x'});
  expect(texts(undone(read, 'sub'))).toEqual({sub: 'ada', exp: '1', odd: 'x'});
});
