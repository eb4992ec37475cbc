import {expect, test} from '@playwright/test';
import {type ConsoleState, USUAL_LAYOUT} from '../../../wire/console.ts';
import {formerSituation} from './former-situation.ts';

const STATE: ConsoleState = {
  clock: {offset: 360_000, frozenAt: null},
  skews: {browser: 0, platform: 0, backend: 0},
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

test('clocks that differ come back, and a platform that follows the page needs no step', () => {
  const deviations = [{topic: 'clock', text: ''}] as const;
  const usual = {...STATE, clock: {offset: 0, frozenAt: null}, armed: [], changes: [], deviations};

  expect(formerSituation({...usual, skews: {browser: 30_000, platform: 30_000, backend: -90_000}})).toEqual({
    text: 'browser +30 s, backend −90 s',
    deeds: [
      ['skew', {party: 'browser', by: '30000ms'}],
      ['skew', {party: 'backend', by: '-90000ms'}],
    ],
  });
  expect(formerSituation({...usual, skews: {browser: 0, platform: 60_000, backend: 0}})?.deeds).toEqual([
    ['skew', {party: 'platform', by: '60000ms'}],
  ]);
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
