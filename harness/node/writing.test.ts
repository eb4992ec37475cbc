import {expect, test} from '@playwright/test';
import {writing} from './writing.ts';

const REPORT = {what: 'The report', path: 'out/report.json'};

for (const [code, next] of [
  ['ENOSPC', 'Free space there.'],
  ['EDQUOT', 'Free space there.'],
  ['EACCES', 'Allow simhost to write there.'],
  ['EROFS', 'Allow simhost to write there.'],
  ['ENOTDIR', 'Check this path.'],
] as const) {
  test(`names what ${code} keeps from being written, and the next step`, async () => {
    const cause = Object.assign(new Error(`${code}: the system's reason, write`), {code});
    const error = await writing(REPORT, () => Promise.reject(cause)).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({
      code: 'ERR_NOT_WRITTEN',
      message: `The report cannot be written to out/report.json: ${code}: the system's reason, write.\n${next}`,
      cause,
    });
  });
}

test('returns what the work gives', async () => {
  expect(await writing(REPORT, () => Promise.resolve('written'))).toBe('written');
});
