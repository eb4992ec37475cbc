import {expect, test} from '@playwright/test';
import {SecretHeaders} from './secret-headers.ts';

for (const [line, values] of [
  ['abc1234', ['abc1234']],
  ['Bearer abc1234', ['Bearer abc1234', 'abc1234']],
  ['Basic dTpwdw==', ['Basic dTpwdw==', 'dTpwdw']],
  ['theme=dark; session="s3cret"', ['theme=dark; session="s3cret"', 'dark', 's3cret']],
  ['{"api":"S3cretS3cret99","pin":1234}', ['{"api":"S3cretS3cret99","pin":1234}', 'S3cretS3cret99', '1234']],
  ['a-long-name=x', ['a-long-name=x', 'a-long-name', 'x']],
] as const) {
  test(`what may be secret in ${line}`, () => {
    expect(new Set(new SecretHeaders([['X-Key', line]]).values)).toEqual(new Set(values));
  });
}

test('nothing is secret in headers that hold no secret', () => {
  expect(
    new SecretHeaders([
      ['Accept-Language', 'fr'],
      ['X-Key', ''],
    ]).values,
  ).toEqual([]);
});
