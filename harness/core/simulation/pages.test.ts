import {expect, test} from '@playwright/test';
import type {ToPage} from '../../wire/control.ts';
import type {PageConnection} from './pages.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const ERROR = {
  name: 'RangeError',
  message: 'Invalid currency code',
  stack: 'RangeError: Invalid currency code\n    at formatMoney (host.js:7:1)',
};

/** A page that has reached the state of its opening, and the newest revision that it was sent. */
function openPage(simulation: SimulationCore): PageConnection & {revision(): number} {
  const sent: ToPage[] = [];
  const page = simulation.pages.connect((message) => sent.push(message));
  const revision = (): number =>
    sent.reduce((newest, message) => (message.type === 'state' ? message.revision : newest), 0);

  page.receive({type: 'hello', proof: ''});
  page.receive({type: 'applied', revision: revision()});
  return {...page, revision};
}

test('the call rejects with the stack of a page that fails to show the state', async () => {
  const simulation = createSimulationCore();
  const page = openPage(simulation);
  simulation.update({order: {note: 'Draw this'}});
  const settled = simulation.pages.settled();
  page.receive({type: 'crashed', revision: page.revision(), error: ERROR});

  await expect(settled).rejects.toMatchObject({
    code: 'ERR_PAGE_CRASHED',
    message: expect.stringMatching(
      /own page failed: RangeError: Invalid currency code\n {4}at formatMoney \(host\.js:7:1\)\nThis is a fault of simhost/,
    ),
  });

  await expect(simulation.pages.settled()).rejects.toThrow('Invalid currency code');
  expect(simulation.pages.unreportedCrash).toBeUndefined();
});

test('a page recovers when it shows the next state', async () => {
  const simulation = createSimulationCore();
  const page = openPage(simulation);

  simulation.update({order: {note: 'Draw this'}});
  page.receive({type: 'crashed', revision: page.revision(), error: ERROR});
  expect(simulation.pages.unreportedCrash?.message).toContain('Invalid currency code');
  simulation.update({order: {note: 'And this'}});
  const settled = simulation.pages.settled();
  page.receive({type: 'applied', revision: page.revision()});
  await settled;
  expect(simulation.pages.unreportedCrash).toBeUndefined();
});

test('a page that fails again before it recovers has the failure that a call has thrown', async () => {
  const simulation = createSimulationCore();
  const page = openPage(simulation);
  const fail = (note: string): void => {
    simulation.update({order: {note}});
    page.receive({type: 'crashed', revision: page.revision(), error: ERROR});
  };

  fail('Draw this');
  await expect(simulation.pages.settled()).rejects.toThrow('Invalid currency code');
  fail('And this');
  expect(simulation.pages.unreportedCrash).toBeUndefined();

  simulation.update({order: {note: 'Draw that'}});
  page.receive({type: 'applied', revision: page.revision()});
  fail('And that');
  expect(simulation.pages.unreportedCrash?.message).toContain('Invalid currency code');
});

test('settled rejects with a failure that has no state', async () => {
  const simulation = createSimulationCore();
  const page = openPage(simulation);
  page.receive({type: 'crashed', revision: null, error: ERROR});
  await expect(simulation.pages.settled()).rejects.toThrow('Invalid currency code');
});

test('settled resolves when a page closes before it reaches the state', async () => {
  const simulation = createSimulationCore();
  const page = openPage(simulation);
  simulation.update({order: {note: 'Draw this'}});
  const settled = simulation.pages.settled();
  page.close();
  await settled;
});

test('a page that does not answer reports no activity after the limit, and without a limit once it has gone', async () => {
  const simulation = createSimulationCore();
  const page = openPage(simulation);
  expect(await simulation.pages.activity(0, 0)).toEqual([]);

  const unlimited = simulation.pages.activity(0);
  page.close();
  expect(await unlimited).toEqual([]);
});

test('a page is silent if it does not answer within the limit, and not if it answers or has gone', async () => {
  const simulation = createSimulationCore();
  expect(await simulation.pages.isSilent(1)).toBe(false);

  const answering = simulation.pages.connect((message) => {
    if (message.type === 'poll-activity') answering.receive({type: 'activity', id: message.id, mounts: []});
  });
  answering.receive({type: 'hello', proof: ''});
  expect(await simulation.pages.isSilent(60_000)).toBe(false);

  const silent = openPage(simulation);
  expect(await simulation.pages.isSilent(1)).toBe(true);
  const asked = simulation.pages.isSilent(60_000);
  silent.close();
  expect(await asked).toBe(false);
});
