import {findPeer, judgePeer} from '../../node/server/peers.ts';
import type {Peer} from '../../node/server/peers.ts';
import {type Check, type Finding, ok, problem, warning} from './check.ts';

/** The packages that simhost takes from the project which uses it. */
export const PACKAGES: readonly Check[] = [
  {name: 'msw', run: () => describe(findPeer('msw'))},
  {
    name: 'playwright',
    run: () => {
      const found = findPeer('@playwright/test');
      if (found.version !== undefined) return describe(found);

      const {name} = found;
      return warning(
        `${name} is not installed; simhost/playwright needs it.`,
        `npm install --save-dev ${name}`,
      );
    },
  },
];

export function peer(name: string, version: string | undefined): Finding {
  return describe(judgePeer(name, version));
}

function describe({name, version, isUsable, range, install}: Peer): Finding {
  if (version === undefined) return problem(`${name} is not installed.`, install);
  return isUsable ? ok(`${name} ${version}`) : problem(`${name} ${version} is not in "${range}".`, install);
}
