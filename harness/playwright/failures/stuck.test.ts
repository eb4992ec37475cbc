import {setTimeout as delay} from 'node:timers/promises';
import type {Page} from '@playwright/test';
import {expect, test} from '@playwright/test';
import {SimhostError} from '../../errors.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {describeWait, Stuck} from './stuck.ts';

const MOUNT = {handle: 'points', target: 'customer-account.profile.block.render'};
const PAGE = {url: () => 'https://shopify.com/1/account/profile'} as Page;
const START = {did: 'did not finish starting', waited: 2000};
const NEVER = new Promise<never>(() => {});
const GET = {method: 'GET', milliseconds: 1};

test('names the answers that have not begun, and those that do not end', () => {
  const [silent, endless] = [
    {...GET, url: 'https://a.com/silent', hasBegun: false},
    {...GET, url: 'https://a.com/endless', hasBegun: true},
  ];

  expect(describeWait([silent])).toBe('it waits for an answer to GET https://a.com/silent.');
  expect(describeWait([endless])).toBe('it waits for the end of the answer to GET https://a.com/endless.');
  expect(describeWait([endless, silent])).toBe(
    'it waits for an answer to GET https://a.com/silent, and for the end of the answer to GET https://a.com/endless.',
  );
});

test('a start whose page does not answer blames no promise', async () => {
  const simulation = createSimulationCore();
  const page = simulation.pages.connect(() => {});
  page.receive({type: 'hello', proof: ''});

  const error = await new Stuck(PAGE, simulation).start(MOUNT, {...START, work: NEVER});
  expect(error).toMatchObject({code: 'ERR_EXTENSION_HANGS'});
  expect(error.message).toMatch(
    /^Extension "points" did not finish starting within 2 s: the host page does not answer\. It is busy: extensions sent many calls, or changed many elements\./,
  );
});

test('a start whose page answers waits for an answer that does not end', async () => {
  const simulation = createSimulationCore();
  const page = simulation.pages.connect((message) => {
    if (message.type === 'poll-activity') page.receive({type: 'activity', id: message.id, mounts: []});
  });
  page.receive({type: 'hello', proof: ''});
  const id = simulation.requests.add({method: 'GET', url: 'https://a.com/endless', at: 0});
  simulation.requests.update(id, {outcome: 'backend', status: 200});

  const error = await new Stuck(PAGE, simulation).start(MOUNT, {...START, work: NEVER});
  expect(error).toMatchObject({code: 'ERR_NOT_STARTED'});
  expect(error.message).toContain('it waits for the end of the answer to GET https://a.com/endless.');
});

test('a start that ends just after its time blames no promise', async () => {
  const simulation = createSimulationCore();
  const page = simulation.pages.connect((message) => {
    if (message.type === 'poll-activity') page.receive({type: 'activity', id: message.id, mounts: []});
  });
  page.receive({type: 'hello', proof: ''});
  const stuck = new Stuck(PAGE, simulation);

  const late = await stuck.start(MOUNT, {...START, work: Promise.resolve()});
  expect(late.message).toContain(
    'within 2 s: it ended just after. The extension, its page or the machine was busy.\nDo less',
  );
  const {message} = await stuck.start(MOUNT, {...START, work: NEVER});
  expect(message).toContain('the function awaits a promise that does not resolve.');
});

test('a start that fails just after its time is explained by its error', async () => {
  const simulation = createSimulationCore();
  const page = simulation.pages.connect((message) => {
    if (message.type === 'poll-activity') page.receive({type: 'activity', id: message.id, mounts: []});
  });
  page.receive({type: 'hello', proof: ''});

  const cause = new SimhostError('ERR_WORKER_NOT_STARTED', 'Extension "points" threw at its start.');
  const work = delay(10).then(() => Promise.reject(cause));
  expect(await new Stuck(PAGE, simulation).start(MOUNT, {...START, work})).toBe(cause);
});
