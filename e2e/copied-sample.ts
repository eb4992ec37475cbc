import {cp, symlink} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {TestInfo} from '@playwright/test';

/** A copy of a sample, its sources untouched, beside the packages that are installed in another folder. */
export async function copySample(sample: string, packages: string, testInfo: TestInfo): Promise<string> {
  const copy = testInfo.outputPath(sample.replaceAll('/', '-'));
  await cp(resolve('fixtures/extensions', sample), copy, {recursive: true});
  await symlink(resolve('fixtures', packages, 'node_modules'), `${copy}/node_modules`);
  return copy;
}
