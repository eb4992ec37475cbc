// Samples that need other versions than the project, or much more, have a lock file of their own; they are installed once.
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {installLocked} from './install-locked.mjs';

const root = join(import.meta.dirname, '..');
const samples = ['fixtures/sdks', 'fixtures/extensions']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .concat('fixtures/minis')
  .filter((sample) => existsSync(join(root, sample, 'package-lock.json')));

for (const sample of samples) installLocked(join(root, sample));
