import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {Host} from '../host.ts';
import {failHostByName} from './failures.ts';

const HOST = {errors: {unexpected: []}} as unknown as Pick<Host, 'errors'>;

test('a page that no longer answers fails a test that would pass', async () => {
  const simulation = createSimulationCore();
  const page = simulation.pages.connect(() => {});
  page.receive({type: 'hello', proof: ''});

  await expect(failHostByName(HOST, simulation, {timeout: 20})).rejects.toThrow(
    'At the end of the test, the host page does not answer. It is busy: extensions sent many calls, or changed many elements.',
  );
});

test('a page that closes while it is asked fails no test', async () => {
  const simulation = createSimulationCore();
  const page = simulation.pages.connect((message) => {
    if (message.type === 'poll-activity') page.close();
  });
  page.receive({type: 'hello', proof: ''});

  await failHostByName(HOST, simulation, {timeout: 0});
});
