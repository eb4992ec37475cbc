import {expect, test} from '@playwright/test';
import {type ConsoleState, USUAL_LAYOUT} from '../../wire/console.ts';
import {formerSituation} from './former-situation.ts';

const STATE: ConsoleState = {
  clock: {offset: 360_000, frozenAt: null},
  customer: {name: 'bea', label: 'Bea Byron'},
  language: 'fr',
  languages: ['en', 'fr'],
  country: 'US',
  currency: 'USD',
  timezone: 'UTC',
  address: '',
  extensions: [],
  armed: [{id: 'key-wrong', times: null}],
  holdsToCors: true,
  deviations: [
    {topic: 'clock', text: ''},
    {topic: 'case', text: ''},
    {topic: 'customer', text: ''},
    {topic: 'language', text: ''},
  ],
  onRealTime: [],
  windows: 0,
  layout: USUAL_LAYOUT,
};

test('the situation from before a restart is described, with the verbs that bring it back', () => {
  expect(formerSituation(STATE)).toEqual({
    text: 'Bea Byron, fr, +6 m, key-wrong',
    deeds: [
      ['sign-in', {name: 'bea'}],
      ['language', {tag: 'fr'}],
      ['advance', {by: '360000ms'}],
      ['arm', {id: 'key-wrong', times: null}],
    ],
  });
});

test('a situation like that of the start offers nothing', () => {
  expect(formerSituation({...STATE, deviations: [], armed: []})).toBeNull();
});

test('another target, a stopped clock and the hold to CORS come back too', () => {
  const extension = {
    handle: 'a',
    name: 'A',
    target: 'purchase.thank-you.block.render',
    targets: [],
    failure: null,
    buildTime: null,
  };
  const former = formerSituation({
    ...STATE,
    clock: {offset: 0, frozenAt: Date.parse('2027-01-01T12:00:00.500Z')},
    extensions: [extension],
    armed: [],
    holdsToCors: false,
    deviations: [
      {topic: 'target', text: ''},
      {topic: 'clock', text: ''},
      {topic: 'cors', text: ''},
    ],
  });

  expect(former).toEqual({
    text: 'purchase.thank-you.block.render, stopped at 2027-01-01T12:00:00Z, not held to CORS',
    deeds: [
      ['target', {target: 'purchase.thank-you.block.render'}],
      ['set', {to: '2027-01-01T12:00:00.500Z'}],
      ['freeze', {}],
      ['cors', {holds: false}],
    ],
  });
});
