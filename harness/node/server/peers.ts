import {createRequire} from 'node:module';
import {SimhostError} from '../../errors.ts';
import {manifest} from './manifest.ts';
import {isInRange} from './version-range.ts';

/** A package that simhost takes from the project which uses it. */
export interface Peer {
  readonly name: string;
  /** The version that simhost loads; `undefined` if it is not installed. */
  readonly version: string | undefined;
  /** The versions that simhost works with. */
  readonly range: string;
  readonly isUsable: boolean;
  /** Installs a version that simhost works with. */
  readonly install: string;
}

/** Looks for a package from the folder of simhost itself. */
export function findPeer(name: string): Peer {
  return judgePeer(name, installedVersion(name));
}

/** Compares a version with what simhost's package.json asks for. */
export function judgePeer(name: string, version: string | undefined): Peer {
  const range = manifest().peerDependencies[name] ?? '>=0';
  return {
    name,
    version,
    range,
    isUsable: version !== undefined && isInRange(version, range),
    install: `npm install --save-dev "${name}@${range}"`,
  };
}

/** Makes the error that explains why simhost cannot load; `undefined` if the package fits. */
export function missingPeer(name: string): SimhostError | undefined {
  const {version, isUsable, install} = findPeer(name);
  if (isUsable) return undefined;
  const found = version === undefined ? 'it is not installed' : `version ${version} is too old or too new`;
  return new SimhostError('ERR_PEER_MISSING', `simhost needs the package ${name}, and ${found}.`, {
    next: `Run: ${install}`,
  });
}

function installedVersion(name: string): string | undefined {
  try {
    const {version} = createRequire(import.meta.url)(`${name}/package.json`) as {version: string};
    return version;
  } catch {
    return undefined;
  }
}
