import {expect, test} from '@playwright/test';
import {type ConsoleState, USUAL_LAYOUT} from '../../../wire/console.ts';
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
  changes: [
    {id: 'who', label: 'Another customer', value: 'bea'},
    {id: 'language', label: 'Language', value: 'fr'},
    {id: 'order.note', label: 'Note', value: 'Ring twice'},
  ],
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
    text: 'Bea Byron, fr, Note, +6 m, key-wrong',
    deeds: [
      ['field', {id: 'who', value: 'bea'}],
      ['field', {id: 'language', value: 'fr'}],
      ['field', {id: 'order.note', value: 'Ring twice'}],
      ['advance', {by: '360000ms'}],
      ['arm', {id: 'key-wrong', times: null}],
    ],
  });
});

test('a situation like that of the start offers nothing', () => {
  expect(formerSituation({...STATE, deviations: [], armed: [], changes: []})).toBeNull();
});

test('another target, a stopped clock and the hold to CORS come back too', () => {
  const former = formerSituation({
    ...STATE,
    clock: {offset: 0, frozenAt: Date.parse('2027-01-01T12:00:00.500Z')},
    armed: [],
    changes: [
      {id: 'target', label: 'Target', value: 'purchase.thank-you.block.render'},
      {id: 'cors', label: 'Hold to CORS', value: 'false'},
    ],
    deviations: [{topic: 'clock', text: ''}],
  });

  expect(former).toEqual({
    text: 'purchase.thank-you.block.render, not held to CORS, stopped at 2027-01-01T12:00:00Z',
    deeds: [
      ['field', {id: 'target', value: 'purchase.thank-you.block.render'}],
      ['field', {id: 'cors', value: 'false'}],
      ['set', {to: '2027-01-01T12:00:00.500Z'}],
      ['freeze', {}],
    ],
  });
});
