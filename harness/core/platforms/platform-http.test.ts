import {expect, test} from '@playwright/test';
import {HttpResponse} from 'msw';
import {createSimulation} from '../simulation/simulation.ts';
import {http} from './platform-http.ts';

/** Counts the stacks that are made into text during `run`, and the frames in them. */
function stacksDuring(run: () => unknown): number[] {
  const earlier = Reflect.get(Error, 'prepareStackTrace') as unknown;
  const frames: number[] = [];

  Reflect.set(Error, 'prepareStackTrace', (error: Error, sites: readonly unknown[]) => {
    frames.push(sites.length);
    return String(error);
  });

  try {
    run();
  } finally {
    Reflect.set(Error, 'prepareStackTrace', earlier);
  }

  return frames;
}

test('a handler is made without the frames of a stack', () => {
  const answer = (): HttpResponse<string> => HttpResponse.text('');
  const frames = stacksDuring(() =>
    (['all', 'get', 'options', 'post'] as const).map((method) => http[method]('https://myapp.com/', answer)),
  );
  expect(frames.filter((count) => count > 0)).toEqual([]);
});

test('errors have their frames again afterwards', () => {
  http.get('https://myapp.com/', () => HttpResponse.text(''));
  expect(stacksDuring(() => new Error('later').stack)[0]).toBeGreaterThan(1);
});

test('a simulation is made without the frames of any stack', () => {
  expect(stacksDuring(() => createSimulation()).filter((count) => count > 0)).toEqual([]);
});
