import {readFileSync} from 'node:fs';
import {MANIFEST} from '../package-files.ts';

/** The package.json of simhost itself. */
export interface Manifest {
  readonly version: string;
  readonly engines: {readonly node: string};
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export function manifest(): Manifest {
  return JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
}
