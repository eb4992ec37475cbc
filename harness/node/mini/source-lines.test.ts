import {expect, test} from '@playwright/test';
import {sourceLine} from './source-lines.ts';

test('leaves out a position whose path cannot be decoded', () => {
  const folders = {dir: '/mini', built: '/mini/dist'};
  for (const pathname of ['/%zz.js', '/%ff.js', '/none.js'])
    expect(sourceLine(folders, [{pathname, line: 1, column: 1}])).toBe(null);
});
