import {existsSync} from 'node:fs';

/** The folder of this package. The built code is bundled into few files, so paths start here and not at a source. */
const PACKAGE = packageFolder(new URL('.', import.meta.url));

/** The package.json of simhost itself. */
export const MANIFEST: URL = new URL('package.json', PACKAGE);

/** The folder of the scripts that browsers receive. */
export const SERVED: URL = new URL('dist/served/', PACKAGE);

/** The module that Node backends load as `simhost/register`. */
export const REGISTER: URL = new URL('dist/register/index.js', PACKAGE);

/** The program that builds a Mini with its own Vite. */
export const VITE_BUILD: URL = new URL('dist/node/mini/vite-build.js', PACKAGE);

/** The tests by which `simhost init` sees what a project's parts show. */
export const FIRST_LOOK: URL = new URL('dist/playwright/first-look/first-look.js', PACKAGE);

/** The folders of simhost's own code: built, and as sources. */
export const OWN_CODE: readonly URL[] = [new URL('dist/', PACKAGE), new URL('harness/', PACKAGE)];

/** Returns the nearest folder with a package.json, or else the root. */
function packageFolder(folder: URL): URL {
  const parent = new URL('..', folder);
  const ends = existsSync(new URL('package.json', folder)) || parent.href === folder.href;
  return ends ? folder : packageFolder(parent);
}
