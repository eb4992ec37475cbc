import {expect, test} from '@playwright/test';
import {candidatesIn} from './candidates.ts';

test('lists headings before controls before strings, each once', () => {
  const snapshot = [
    '- paragraph: You have 120 points',
    '- button "Refresh"',
    '- heading "Acme Circle" [level=2]',
    '- button "Refresh"',
    '- text: You have 120 points',
  ].join('\n');

  expect(candidatesIn(snapshot)).toEqual([
    {kind: 'role', role: 'heading', name: 'Acme Circle'},
    {kind: 'role', role: 'button', name: 'Refresh'},
    {kind: 'text', text: 'You have 120 points'},
  ]);
});

test('reads names with colons, quotes and escapes', () => {
  const snapshot = [
    `- 'heading "Order: it''s here" [level=2]'`,
    '  - button "Say \\"hi\\""',
    '- paragraph: "Points: 120"',
  ].join('\n');

  expect(candidatesIn(snapshot)).toEqual([
    {kind: 'role', role: 'heading', name: "Order: it's here"},
    {kind: 'role', role: 'button', name: 'Say "hi"'},
    {kind: 'text', text: 'Points: 120'},
  ]);
});

test('leaves out layout, signs alone and long strings', () => {
  const snapshot = ['- group "Box"', '- text: "•"', `- text: ${'a'.repeat(81)}`, '- list:'].join('\n');
  expect(candidatesIn(snapshot)).toEqual([]);
});
