// Runs every generator of this folder: `generate-*.mjs`. A test next to each one fails if its output is out of date.
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';

const generators = readdirSync(import.meta.dirname).filter((name) => /^generate-[\w-]+\.mjs$/.test(name));

for (const name of generators) {
  console.log(name);
  const {status} = spawnSync(process.execPath, [join(import.meta.dirname, name)], {stdio: 'inherit'});
  if (status === 0) continue;

  console.error(`${name} failed. Nothing after it was generated.`);
  process.exit(1);
}
