// Installs the samples that have their own lock file, once.
import {execSync} from 'node:child_process';
import {join} from 'node:path';
import {isInstalled, samples} from './samples.mjs';

for (const sample of samples().filter((each) => !isInstalled(each))) {
  console.log(`Installing ${sample}`);
  execSync('npm ci --no-audit --no-fund', {
    cwd: join(import.meta.dirname, '..', sample),
    stdio: 'inherit',
  });
}
