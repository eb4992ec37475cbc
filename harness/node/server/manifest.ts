import {readFileSync} from 'node:fs';

/** The package.json of simhost itself. */
export interface Manifest {
  readonly version: string;
  readonly engines: {readonly node: string};
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export function manifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as Manifest;
}
