import {messageOf, SimhostError} from '../../errors.ts';
import {type AppFile, readAppFile} from '../../node/extension/app-file.ts';
import {displayPath} from '../../node/extension/display-path.ts';
import {EXTENSION_FILE, type ExtensionFile, readExtensionFile} from '../../node/extension/toml.ts';
import {targetOf} from '../../core/platforms/shopify/targets.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import {type Check, type Finding, ok, type Project, problem, warning} from './check.ts';
import {embeddedApp} from './embedded-app.ts';
import {callsFetch, readSources} from './sources.ts';

/** Checks of the files of an extension, without building it. */
export const EXTENSION: readonly Check[] = [
  {name: 'app', run: app},
  {name: 'extension', run: extension},
  {name: 'network', run: network},
];

async function app({folder, config}: Project): Promise<Finding> {
  try {
    const file = await readAppFile(folder, config === undefined ? {} : {config});
    if (file === null) return ok('no shopify.app.toml; the test app is used');
    const scopes = (await isAdminAlone(folder)) ? namesOf(file.scopes) : describeScopes(file.scopes);
    return ok(`${displayPath(file.path)}: client id ${file.clientId ?? 'not set'}, ${scopes}`);
  } catch (error) {
    return problem(...split(error));
  }
}

/** Whether a folder has an extension, and its targets are those of the admin alone. */
async function isAdminAlone(folder: string): Promise<boolean> {
  const file = await readExtensionFile(folder).catch(() => null);
  return file !== null && isOfAdmin(file.extensions);
}

/** Whether all targets of extensions are those of the admin. */
export function isOfAdmin(extensions: ExtensionFile['extensions']): boolean {
  return targetsOf(extensions).every((target) => surfaceOf(target) === 'admin');
}

/** Lists the targets of extensions. */
export function targetsOf(extensions: ExtensionFile['extensions']): readonly string[] {
  return extensions.flatMap(({targeting}) => targeting.map(({target}) => target));
}

function namesOf(scopes: AppFile['scopes']): string {
  if (scopes === undefined) return 'scopes not set';
  return scopes.length === 0 ? 'no scopes' : scopes.join(', ');
}

/** Without the scope, or without Shopify's approval, a token has no `sub`. New apps are not approved. */
function describeScopes(scopes: AppFile['scopes']): string {
  const names = namesOf(scopes);
  if (scopes === undefined) return names;
  if (!scopes.includes('read_customers')) return `${names}; tokens name no customer without read_customers`;
  return `${names}\n${APPROVAL}`;
}

const APPROVAL =
  'Tokens have sub only after Shopify has approved the app for protected customer data, which new ' +
  'apps are not. Names, addresses, phone numbers and emails are approved one by one. simhost takes all as approved.';

async function extension(project: Project): Promise<Finding | readonly Finding[]> {
  const {folder, isGiven} = project;
  try {
    const file = await readExtensionFile(folder);
    const targets = targetsOf(file.extensions);
    for (const target of targets) targetOf(target);
    const handles = file.extensions.map(({handle}) => handle).join(', ');
    return ok(`${handles} (${file.apiVersion}) at ${targets.join(', ')}`);
  } catch (error) {
    const [text, next] = split(error);
    if (codeOf(error) === 'ERR_NO_EXTENSION_FILE' && (await embeddedApp(project)) !== null) return [];
    if (!isGiven && codeOf(error) === 'ERR_NO_EXTENSION_FILE') return warning(text, next);
    return codeOf(error) === 'ERR_TARGET_NOT_SIMULATED' ? warning(text, next) : problem(text, next);
  }
}

async function network({folder}: Project): Promise<Finding | readonly Finding[]> {
  const file = await readExtensionFile(folder).catch((): ExtensionFile | null => null);
  if (file === null) return [];

  // The admin asks for no capability.
  const without = file.extensions
    .filter((each) => !each.capabilities.networkAccess && !isOfAdmin([each]))
    .map(({handle}) => handle);

  const source = callsFetch(await readSources(file.dir));
  if (source === undefined) return ok('no source calls fetch');
  if (await isAdminAlone(folder)) return ok('extensions of the admin need no network_access');
  if (without.length === 0) return ok('network_access is declared');

  return warning(
    `${source.path} calls fetch, and ${without.join(', ')} declares no network_access.`,
    `Add to ${EXTENSION_FILE}: [extensions.capabilities] with network_access = true.`,
  );
}

/** Makes a problem of an error and its next step. */
export function split(error: unknown): [text: string, next: string] {
  const next = error instanceof SimhostError ? (error.next ?? '') : '';
  const text = messageOf(error);
  return [next === '' ? text : text.slice(0, text.lastIndexOf(`\n${next}`)), next];
}

function codeOf(error: unknown): string | undefined {
  return error instanceof SimhostError ? error.code : undefined;
}
