import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {cacheFolder} from '../extension/cache-folder.ts';
import {hashOf} from '../extension/content-hash.ts';
import {replaceFile} from '../extension/replace-file.ts';
import {packageFolder, SDK} from './package-folder.ts';

/**
 * Makes a script whose value is the mocked actions of the SDK that the Mini has installed, for the actions that the
 * simulated Shop app does not have; an empty object if there is no SDK. The SDK's licence keeps its code out of this
 * package: it is read from the user's own installation, and the built script stays in the user's own cache.
 */
export async function sdkMocks(dir: string): Promise<string> {
  const sdk = await packageFolder(SDK, dir);
  if (sdk === null) return '({})';

  const {version, exports} = JSON.parse(await readFile(join(sdk, 'package.json'), 'utf8')) as SdkPackage;
  const entry = exports?.['./mocks'];
  if (typeof entry !== 'string') return '({})';

  const path = join(await cacheFolder(dir), `sdk-mocks-${hashOf(`${FORMAT}\n${sdk}\n${version}`)}.js`);
  const kept = await readFile(path, 'utf8').catch(() => null);
  if (kept !== null) return kept;

  const script = await bundle(dir, join(sdk, entry));
  // A cache that cannot be written costs time only.
  await replaceFile(path, script).catch(() => undefined);
  return script;
}

/** The format of the cached script. */
const FORMAT = 2;

interface SdkPackage {
  readonly version: string;
  readonly exports?: Readonly<Record<string, unknown>>;
}

async function bundle(root: string, entry: string): Promise<string> {
  const {build} = await import('vite');
  const result = await build({
    configFile: false,
    envFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {write: false, lib: {entry, formats: ['iife'], name: 'simhostMocks'}, minify: false},
  });

  const [output] = Array.isArray(result) ? result : [result];
  const [chunk] = output !== undefined && 'output' in output ? output.output : [];
  return actionsScript(chunk?.code ?? '', chunk?.exports ?? []);
}

/**
 * Writes the script. The SDK exports `makeMockActions` since 0.3. Before, `injectMocks` alone sets the actions, on a
 * separate `window` here, so that the page's stays as it is.
 */
function actionsScript(code: string, names: readonly string[]): string {
  if (names.includes('makeMockActions'))
    return `(() => {\n${code}\nreturn simhostMocks.makeMockActions();\n})()`;
  if (!names.includes('injectMocks')) return '({})';

  const inject = 'simhostMocks.injectMocks({force: true});';
  return `(() => {\nconst window = {};\n${code}\n${inject}\nreturn window.minisSDK ?? {};\n})()`;
}
