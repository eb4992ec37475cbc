import {expect, test} from '@playwright/test';
import {readAcceptance} from './acceptance.ts';

const answer = (status: number, body = ''): {status: number; headers: Headers; body: string} => ({
  status,
  headers: new Headers(),
  body,
});

for (const [condition, accepted, refused] of [
  [undefined, answer(204), answer(302)],
  ['status:200,204', answer(204), answer(201)],
  ['status:2xx,304', answer(304), answer(401)],
  ['body:"ok":true', answer(500, '{"ok":true}'), answer(200, '{"ok":false}')],
  ['body:/"points":\\d+/', answer(200, '{"points":1}'), answer(200, '{"points":null}')],
  ['not-body:errors', answer(200, '{"data":1}'), answer(200, '{"errors":[]}')],
] as const) {
  test(`${condition ?? 'nothing said'} tells accepted from refused`, () => {
    const accepts = readAcceptance(condition);
    expect([accepts(accepted), accepts(refused)]).toEqual([true, false]);
  });
}

test('several conditions hold together', () => {
  const accepts = readAcceptance(['status:2xx', 'not-body:error']);
  expect([accepts(answer(200, 'fine')), accepts(answer(200, 'error')), accepts(answer(401, 'fine'))]).toEqual(
    [true, false, false],
  );
});

for (const bad of ['200', 'status:', 'status:ok', 'status:600', 'body:', 'body:/(/', 'headers:x', '']) {
  test(`${JSON.stringify(bad)} is not a condition`, () => {
    expect(() => readAcceptance(bad)).toThrow(`Not a condition for accepted requests: ${bad}`);
  });
}
