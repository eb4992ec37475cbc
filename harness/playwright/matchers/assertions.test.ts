import {expect, test} from '@playwright/test';
import {OpenAssertions} from './assertions.ts';

test('the end of a test names what still waits, with its place', async ({}, {file}) => {
  const assertions = new OpenAssertions(file);
  await assertions.run('expect(…).toHaveCall("close")', async () => 'passed');
  void assertions.run('expect(…).toHaveRequest("https://myapp.com/a")', () => new Promise(() => {}));

  const error = assertions.end();
  expect(error?.message).toMatch(
    /expect\(…\)\.toHaveRequest\("https:\/\/myapp\.com\/a"\)\n    at assertions\.test\.ts:\d+:\d+\nWrite await before it\.$/,
  );

  expect(error?.message).not.toContain('toHaveCall');
});

test('what still waits at the end passes, and later failures of it count for nothing', async () => {
  const assertions = new OpenAssertions('');
  let fail = (_error: Error): void => {};
  const failure = new Promise<string>((_, reject) => (fail = reject));
  const waiting = assertions.run('expect(…).toHaveCall("close")', () => failure, 'passed at the end');

  assertions.end();
  expect(await waiting).toBe('passed at the end');
  fail(new Error('too late'));
});

test('nothing waits in a test that awaits all', async () => {
  const assertions = new OpenAssertions('');
  await assertions.run('expect(…).toHaveCall("close")', async () => 'passed');
  expect(assertions.end()).toBeUndefined();
});
