import {expect, test} from '@playwright/test';
import {readDeed} from './deed.ts';

const CONTROL = {role: 'button', name: 'Refresh', exact: false, nth: null};
const DEED = {mount: null, control: CONTROL, action: 'click', value: null};

test('a deed of the watcher is read as it is', () => {
  expect(readDeed(DEED)).toEqual(DEED);
  expect(
    readDeed({...DEED, mount: 'a', control: {...CONTROL, nth: 2}, action: 'fill', value: 'Ada'}),
  ).toEqual({
    mount: 'a',
    control: {...CONTROL, nth: 2},
    action: 'fill',
    value: 'Ada',
  });
});

const CODE = 'click(); process.exit(); page.x';

for (const [what, value] of Object.entries({
  nothing: null,
  'an action that is code': {...DEED, action: CODE},
  'a position that is code': {...DEED, control: {...CONTROL, nth: CODE}},
  'a negative position': {...DEED, control: {...CONTROL, nth: -1}},
  'a role that is an object': {...DEED, control: {...CONTROL, role: {toString: 1}}},
  'no control': {...DEED, control: null},
  'a value that is a list': {...DEED, value: ['Ada']},
  'a mount that is a number': {...DEED, mount: 1},
})) {
  test(`${what} is not a deed`, () => {
    expect(readDeed(value)).toBeNull();
  });
}
