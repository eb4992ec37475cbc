import {expect, test} from '@playwright/test';
import {diffOf} from './diff.ts';

test('shows a change with the lines around it, and counts them', () => {
  const before = 'a\nb\nc\nd\ne\n';
  expect(diffOf({path: 'x', before, after: 'a\nb\nc\nd\ne\nf\n'})).toBe(
    '--- a/x\n+++ b/x\n@@ -3,3 +3,4 @@\n c\n d\n e\n+f',
  );
  expect(diffOf({path: 'x', before, after: 'a\nB\nc\nd\ne\n'})).toBe(
    '--- a/x\n+++ b/x\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e',
  );
});

test('shows a new file, and a file that was empty', () => {
  const added = '@@ -0,0 +1,2 @@\n+a\n+b';
  expect(diffOf({path: 'x', before: null, after: 'a\nb\n'})).toBe(`--- /dev/null\n+++ b/x\n${added}`);
  expect(diffOf({path: 'x', before: '', after: 'a\nb\n'})).toBe(`--- a/x\n+++ b/x\n${added}`);
});
