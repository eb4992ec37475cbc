import {defined} from '../../records.ts';
import type {Notice} from '../../notices.ts';
import type {AppOptions} from '../../core/world/app.ts';
import {readAppFile} from './app-file.ts';
import type {AppFile, AppFileOptions} from './app-file.ts';
import {displayPath} from './display-path.ts';

/** The options of an app, and the contradictions between its file and what a test gives. */
export interface CompletedApp {
  readonly options: AppOptions;
  readonly notices: readonly Notice[];
}

/**
 * Reads the defaults of an app from its file. With a given client id, nothing is read: that is another app.
 *
 * @throws {SimhostError} the errors of `readAppFile`
 */
export async function appDefaults(
  dir: string,
  given: {clientId?: string | undefined},
  options: AppFileOptions = {},
): Promise<AppOptions> {
  const file = given.clientId === undefined ? await readAppFile(dir, options) : null;
  return file === null ? {} : optionsOf(file);
}

/**
 * Completes the given options of an app by its file.
 *
 * @param url the URL of the app under test, by the file's own
 * @throws {SimhostError} the errors of `readAppFile`
 */
export async function completeApp(
  dir: string,
  given: AppOptions,
  url: (declared: string | undefined) => string | undefined,
): Promise<CompletedApp> {
  const file = given.clientId === undefined ? await readAppFile(dir) : null;
  const stated = file === null ? {} : optionsOf(file);
  const defaults: AppOptions = {...stated, ...defined({url: url(stated.url)})};
  const options: AppOptions = {...defaults, ...defined(given)};
  if (file === null) return {options, notices: []};

  const authorization = {
    ...defaults.authorization,
    // An app at another address than its file names, as in `shopify app dev`, has other redirect URLs.
    ...(isElsewhere(file, options.url) ? {redirectUrls: undefined} : {}),
    ...given.authorization,
  };
  return {options: {...options, authorization}, notices: contradictions(file, given, options.url)};
}

function optionsOf(file: AppFile): AppOptions {
  const {clientId, name, scopes, optionalScopes, webhooks, directApi, embedded} = file;
  const {applicationUrl: url, directApiMode, redirectUrls, legacyInstallFlow} = file;
  const authorization = defined({redirectUrls, legacyInstallFlow});
  return {
    ...defined({clientId, name, scopes, optionalScopes, webhooks, url, directApi, directApiMode, embedded}),
    ...(Object.keys(authorization).length === 0 ? {} : {authorization}),
  };
}

/** Whether the app under test has another origin than all redirect URLs of its file. */
function isElsewhere({redirectUrls = []}: AppFile, url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url) || redirectUrls.length === 0) return false;
  const {origin} = new URL(url);
  return redirectUrls.every((each) => new URL(each).origin !== origin);
}

/** Lists what the platform would not do for the app as its file declares it. */
function contradictions(file: AppFile, given: AppOptions, url: string | undefined): readonly Notice[] {
  const path = displayPath(file.path);
  const notice = (message: string, next: string): Notice => ({code: 'app-file-contradicted', message, next});

  const declared = [...(file.scopes ?? []), ...(file.optionalScopes ?? [])];
  const isComplete = file.scopes !== undefined && file.legacyInstallFlow !== true;
  const undeclared = isComplete ? (given.scopes ?? []).filter((scope) => !declared.includes(scope)) : [];
  const usesPages = given.directApi !== undefined && given.directApi !== 'off';

  return [
    ...(undeclared.length === 0
      ? []
      : [
          notice(
            `app.scopes has ${undeclared.join(', ')}, which ${path} does not declare.`,
            'Add it to scopes or optional_scopes of [access_scopes]: merchants grant no other scope.',
          ),
        ]),
    ...(usesPages && file.directApi === undefined
      ? [
          notice(
            `app.directApi is '${given.directApi ?? ''}', and ${path} does not allow pages to use the Admin API.`,
            'Set embedded_app_direct_api_access = true in [access.admin].',
          ),
        ]
      : []),
    ...(isElsewhere(file, url) && given.authorization?.redirectUrls === undefined
      ? [
          notice(
            `The app is at ${url ?? ''}, and redirect_urls of ${path} have other origins, so each redirect URL is accepted.`,
            "Give app.url the origin of redirect_urls, or list the app's own in app.authorization.redirectUrls.",
          ),
        ]
      : []),
  ];
}
