import {relative} from 'node:path';
import {readAppFile, type AppFile} from '../../node/extension/app-file.ts';
import {displayPath} from '../../node/extension/display-path.ts';
import {readExtensionFile, type ExtensionFile} from '../../node/extension/toml.ts';
import {isAdminTarget} from '../../wire/admin-targets.ts';
import {firstVersionOf} from '../../wire/admin-first-versions.ts';
import {hasExtensionFile} from '../init/find-extension.ts';
import {foldersIn} from '../init/project-files.ts';
import {type Check, type Finding, ok, type Project, warning} from './check.ts';
import {split, targetsOf} from './extension.ts';
import {callsFetch, readSources, withoutComments} from './sources.ts';

/** Checks of the extensions of the admin: those of a folder, or all below the folder of an app. */
export const ADMIN_EXTENSIONS: readonly Check[] = [{name: 'admin', run: adminExtensions}];

/** Reads the file of the app; `null` without one, and for one that cannot be read. */
export async function appOf({folder, config}: Project): Promise<AppFile | null> {
  return readAppFile(folder, config === undefined ? {} : {config}).catch(() => null);
}

async function adminExtensions(project: Project): Promise<readonly Finding[]> {
  const app = await appOf(project);
  const folders = await foldersIn(project.folder);
  const [own] = folders;
  const looked = own !== undefined && hasExtensionFile(own) ? [own] : folders.filter(hasExtensionFile);
  // Without an app, the folders below belong to several projects.
  if (looked[0] !== own && app?.dir !== project.folder) return [];

  const findings = await Promise.all(
    looked.map(async ({path}) => {
      const isBelow = path !== project.folder;
      const file = await readExtensionFile(path).catch((error: unknown) => error);
      if (isFile(file)) return ofFile(file, app, isBelow ? relative(project.folder, path) : null);
      // The check of the extension reports its own file.
      return isBelow ? notRead(relative(project.folder, path), file) : [];
    }),
  );
  return findings.flat();
}

function isFile(read: unknown): read is ExtensionFile {
  return typeof read === 'object' && read !== null && 'extensions' in read;
}

/** Functions, themes and flows have files of the same name, and are nothing of simhost. */
function notRead(folder: string, error: unknown): readonly Finding[] {
  const [text, next] = split(error);
  return /no extension here is a "ui_extension"/.test(text) ? [] : [warning(`${folder}: ${text}`, next)];
}

/** Checks an extension file. `below` is its folder if an app is checked. */
async function ofFile(
  {dir, apiVersion, extensions}: ExtensionFile,
  app: AppFile | null,
  below: string | null,
): Promise<readonly Finding[]> {
  const targets = targetsOf(extensions).filter(isAdminTarget);
  if (targets.length === 0) return [];

  const sources = await readSources(dir).catch(() => []);
  const asksApi = sources.some(({text}) => ASKS_API.test(withoutComments(text)));
  const where = below ?? 'The extension';
  const wrong = [
    ...targets.flatMap((target) => tooNew(target, apiVersion)),
    ...(callsFetch(sources) === undefined ? [] : withoutServer(where, app)),
    ...(asksApi ? withoutScopes(where, app) : []),
  ];

  const names = extensions.map(({handle}) => handle).join(', ');
  if (wrong.length > 0) return wrong;
  return below === null ? [] : [ok(`${below}: ${names} at ${targets.join(', ')}`)];
}

/** A query of the direct API. */
const ASKS_API = /\bshopify\s*\.\s*query\b|['"`]shopify:admin\/api\//;

function tooNew(target: string, apiVersion: string): readonly Finding[] {
  const first = firstVersionOf(target);
  if (first <= apiVersion) return [];
  return [
    warning(
      `${target} is in the admin since ${first}, and api_version is ${apiVersion}.`,
      `Write api_version = "${first}" or a newer one.`,
    ),
  ];
}

/** The admin signs requests to the application URL, and takes relative addresses from there. */
function withoutServer(where: string, app: AppFile | null): readonly Finding[] {
  const url = app?.applicationUrl;
  const next = 'Write the address of your app into shopify.app.toml: application_url = "https://myapp.com".';
  if (url === undefined) {
    const reason = app === null ? 'no shopify.app.toml is above it' : `${displayPath(app.path)} has none`;
    return [
      warning(
        `${where} calls fetch, and the application URL is not known: ${reason}. ` +
          'Relative addresses fail, and no request gets a token.',
        next,
      ),
    ];
  }

  if (new URL(url).protocol === 'https:') return [];
  return [warning(`${where} calls fetch, and application_url is ${url}: the admin refuses http.`, next)];
}

function withoutScopes(where: string, app: AppFile | null): readonly Finding[] {
  if (app === null || (app.scopes ?? []).length + (app.optionalScopes ?? []).length > 0) return [];
  return [
    warning(
      `${where} asks the Admin API, and the app has no scopes, so most fields are ACCESS_DENIED.`,
      'List what it reads and writes: [access_scopes] scopes = "read_products".',
    ),
  ];
}
