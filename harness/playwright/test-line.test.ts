import {EventEmitter, once} from 'node:events';
import {expect, test} from '@playwright/test';
import {SimhostError} from '../errors.ts';
import {Deadline} from './deadline.ts';

test('an error that an event brought points at the line of the test that waited', async () => {
  const events = new EventEmitter();
  const failing = once(events, 'message').then(() => {
    throw new SimhostError('ERR_X', 'no luck');
  });
  const waiting = new Deadline({timeout: 0}).wait(failing, async () => new Error('late'));
  events.emit('message');

  const error = await waiting.then(
    () => new Error('none'),
    (caught: Error) => caught,
  );
  expect(error).toMatchObject({message: 'no luck', stack: expect.stringMatching(/^SimhostError: no luck\n +at .*test-line\.test\.ts:\d+/)});
  expect(error.stack).not.toContain('deadline.ts');
});
