import {createRequire} from 'node:module';
import {manifest} from '../../server/manifest.ts';
import {type Check, type Finding, ok, problem, warning} from './check.ts';
import {isInRange} from './version-range.ts';

/** The packages that simhost takes from the project which uses it. */
export const PACKAGES: readonly Check[] = [
  {name: 'msw', run: () => peer('msw', installed('msw'))},
  {
    name: 'playwright',
    run: () => {
      const version = installed('@playwright/test');
      if (version !== undefined) return peer('@playwright/test', version);
      return warning('@playwright/test is not installed; simhost/playwright needs it.', 'npm install --save-dev @playwright/test');
    },
  },
];

export function peer(name: string, version: string | undefined): Finding {
  const range = manifest().peerDependencies[name] ?? '>=0';
  const next = `npm install --save-dev "${name}@${range}"`;
  if (version === undefined) return problem(`${name} is not installed.`, next);
  return isInRange(version, range) ? ok(`${name} ${version}`) : problem(`${name} ${version} is not in "${range}".`, next);
}

/** The version that simhost itself loads. */
function installed(name: string): string | undefined {
  try {
    const {version} = createRequire(import.meta.url)(`${name}/package.json`) as {version: string};
    return version;
  } catch {
    return undefined;
  }
}
