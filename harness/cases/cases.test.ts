import {expect, test} from '@playwright/test';
import {ArmedCases} from './armed-cases.ts';
import {CASE_IDS, caseOf} from './catalogue.ts';
import type {CaseId} from './catalogue.ts';

test('every case says what happens and where that is known from', () => {
  for (const id of CASE_IDS) {
    expect(caseOf(id).says, id).toMatch(/^[a-z].*[^.]$/);
    expect(caseOf(id).source, id).not.toBe('');
  }
});

test('an unknown case is refused with the nearest id', () => {
  expect(() => caseOf('exp-past-6' as CaseId)).toThrow('No case is called "exp-past-6".\nDid you mean "exp-past-60"?');
  expect(() => new ArmedCases().arm('toString' as CaseId)).toThrow('No case is called "toString"');
});

test('an armed case is taken once, in the order of arming, by its own mechanism', () => {
  const armed = new ArmedCases();
  armed.arm('host-reject');
  armed.arm('key-wrong');
  armed.arm('exp-past-60');
  expect([armed.take('token'), armed.take('token'), armed.take('token')]).toEqual(['key-wrong', 'exp-past-60', null]);
  expect([armed.take('host'), armed.take('host')]).toEqual(['host-reject', null]);
  expect(armed.undelivered()).toEqual([]);
});

test('times counts deliveries, and what is left is undelivered', () => {
  const armed = new ArmedCases();
  armed.arm('aud-wrong', {times: 3});
  armed.take('token');
  expect(armed.undelivered()).toEqual([{id: 'aud-wrong', times: 3, delivered: 1}]);
});

test('an endless case lasts until it is disarmed', () => {
  const armed = new ArmedCases();
  armed.arm('aud-wrong', {times: Infinity});
  expect(armed.undelivered()).toHaveLength(1);
  for (let i = 0; i < 5; i++) expect(armed.take('token')).toBe('aud-wrong');
  expect(armed.undelivered()).toEqual([]);
  armed.disarm('aud-wrong');
  expect(armed.take('token')).toBeNull();
  expect(() => armed.disarm('aud-wrong')).toThrow('Case "aud-wrong" is not armed');
});

for (const times of [0, -1, 1.5, NaN]) {
  test(`refuses to arm a case ${times} times`, () => expect(() => new ArmedCases().arm('aud-wrong', {times})).toThrow('cannot be armed'));
}
