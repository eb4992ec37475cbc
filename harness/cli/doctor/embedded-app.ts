import {findWebCommand} from '../../node/app/web-file.ts';
import {readAppFile, type AppFile} from '../../node/extension/app-file.ts';
import {displayPath} from '../../node/extension/display-path.ts';
import {readPackage} from '../init/project-files.ts';
import {type Check, type Finding, ok, type Project, warning} from './check.ts';
import {type Source, readSources, withoutComments} from './sources.ts';

/** The checks of an embedded app, without its server. They do not apply to the folder of an extension. */
export const EMBEDDED_APP: readonly Check[] = [
  {name: 'app url', run: (project) => withFile(project, url)},
  {name: 'redirects', run: (project) => withFile(project, redirects)},
  {name: 'install', run: (project) => withFile(project, install)},
  {name: 'server', run: (project) => withFile(project, server)},
  {name: 'tokens', run: (project) => withFile(project, tokens)},
];

/** Reads the file of an embedded app in a folder; `null` for any other folder. */
export async function embeddedApp({folder, config}: Project): Promise<AppFile | null> {
  const file = await readAppFile(folder, config === undefined ? {} : {config}).catch(() => null);
  return file?.embedded === true && file.dir === folder ? file : null;
}

async function withFile(
  project: Project,
  check: (file: AppFile) => ReturnType<Check['run']>,
): Promise<Finding | readonly Finding[]> {
  const file = await embeddedApp(project);
  return file === null ? [] : check(file);
}

/** Hosts of the URLs that Shopify writes into the file of a new app. */
const PLACEHOLDER = /^(?:(?:www\.)?example\.com|shopify\.dev|localhost|127\.0\.0\.1)$/;

function url({path, applicationUrl}: AppFile): Finding {
  const next = `Write the address of your app into ${displayPath(path)}: application_url = "https://myapp.com".`;
  if (applicationUrl === undefined) return warning('application_url is not set.', next);

  const {protocol, hostname} = new URL(applicationUrl);
  if (PLACEHOLDER.test(hostname)) return warning(`application_url is still ${applicationUrl}.`, next);
  if (protocol !== 'https:') return warning(`${applicationUrl} is not https, which the admin needs.`, next);
  return ok(`${applicationUrl} is shown in the admin`);
}

function redirects({redirectUrls, applicationUrl, legacyInstallFlow}: AppFile): Finding {
  if (redirectUrls === undefined || redirectUrls.length === 0) {
    return legacyInstallFlow === true
      ? warning(
          'redirect_urls is empty, and use_legacy_install_flow needs one: the grant refuses every URL.',
          'List the callback of your app: [auth] redirect_urls = ["https://myapp.com/auth/callback"].',
        )
      : ok('no redirect_urls: token exchange needs none');
  }

  const origin = applicationUrl === undefined ? null : new URL(applicationUrl).origin;
  const others = redirectUrls.filter((each) => origin !== null && new URL(each).origin !== origin);
  if (others.length === 0) return ok(`the authorization code grant takes ${redirectUrls.join(', ')}`);
  return warning(
    `${others.join(', ')} is not at ${origin ?? ''}, the origin of the app.`,
    'The grant takes the listed URLs alone. Correct redirect_urls, or application_url.',
  );
}

function install({scopes, optionalScopes = [], legacyInstallFlow}: AppFile): Finding {
  if (legacyInstallFlow === true)
    return ok('use_legacy_install_flow: the app asks for its scopes by the authorization code grant');
  if (scopes === undefined) {
    return warning(
      'access_scopes.scopes is not set, so Shopify does not install the app by itself.',
      'List the scopes of the app, or "" for none: [access_scopes] scopes = "read_products".',
    );
  }

  const optional = optionalScopes.length === 0 ? '' : `, later ${optionalScopes.join(', ')}`;
  return ok(
    `Shopify installs the app with ${scopes.length === 0 ? 'no scopes' : scopes.join(', ')}${optional}`,
  );
}

async function server({dir}: AppFile): Promise<Finding> {
  const web = await findWebCommand(dir);
  if (web !== null) return ok(`"${web.command}" starts the server, by ${displayPath(web.path)}`);

  const start = (await readPackage(dir))?.scripts['start'];
  if (start !== undefined) return ok(`"${start}" starts the server, by the script start`);
  return warning(
    'No command is known that starts the server.',
    'Write commands.dev into shopify.web.toml, or a script start into package.json.',
  );
}

/** The packages of Shopify whose tokens expire only if a flag says so. */
const WITH_FLAG = [
  '@shopify/shopify-app-react-router',
  '@shopify/shopify-app-remix',
  '@shopify/shopify-app-express',
];

async function tokens({dir}: AppFile): Promise<Finding | readonly Finding[]> {
  const packages = (await readPackage(dir))?.packages ?? {};
  const used = WITH_FLAG.find((name) => packages[name] !== undefined);
  const sources = await readSources(dir).catch((): readonly Source[] => []);
  const setBy = sources.find(({text}) =>
    /\bexpiringOfflineAccessTokens\s*:\s*true\b/.test(withoutComments(text)),
  );
  if (setBy !== undefined) return ok(`offline tokens expire, by ${setBy.path}`);
  if (used === undefined) return [];

  return warning(
    `${used} gets offline tokens that never expire. The Admin API refuses those of public apps from 1 January 2027 on.`,
    'Set future: {expiringOfflineAccessTokens: true}.',
  );
}
