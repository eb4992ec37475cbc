import type {VtexAccount} from '../../core/world/vtex.ts';

/**
 * `window.__RUNTIME__` of a page of Store Framework, as far as front code reads it.
 *
 * @see https://developers.vtex.com/docs/guides/vtex-io-documentation-developing-a-react-app
 */
export interface StorefrontRuntime {
  readonly account: string;
  readonly workspace: string;
  readonly rootPath: string;
  readonly production: boolean;
  readonly culture: {
    readonly locale: string;
    readonly language: string;
    readonly country: string;
    readonly currency: string;
    readonly availableLocales: readonly string[];
  };
  readonly route: {readonly path: string; readonly params: Readonly<Record<string, string>>};
}

export function runtimeOf({
  name,
  culture,
  country,
  currency,
}: VtexAccount): Omit<StorefrontRuntime, 'route' | 'workspace' | 'production'> {
  const {language} = new Intl.Locale(culture);
  return {
    account: name,
    rootPath: '',
    culture: {locale: culture, language, country, currency, availableLocales: []},
  };
}

interface StorefrontWindow {
  readonly __RUNTIME__: StorefrontRuntime;
  readonly __RENDER_8_SESSION__: {
    readonly sessionPromise: Promise<SessionAnswer>;
    readonly patchSession: (change: unknown) => Promise<SessionAnswer>;
  };
}

type SessionAnswer =
  | {readonly response: unknown}
  | {readonly type: 'Unauthorized' | 'Forbidden'; readonly message: string};

/**
 * Installs the globals of a store. Runs in the page before its own code, and must not use anything outside of itself.
 *
 * The session is requested when a script first reads it, so pages that do not read it make no request.
 */
export function installGlobals(
  runtimes: readonly {host: string; runtime: ReturnType<typeof runtimeOf>}[],
): void {
  const {location, fetch} = globalThis as unknown as {
    location: {hostname: string; pathname: string};
    fetch: typeof globalThis.fetch;
  };

  const [, workspace = 'master', host = ''] = /^(?:([a-z\d-]+?)--)?(.+)$/.exec(location.hostname) ?? [];
  const runtime = runtimes.find((each) => each.host === host)?.runtime;
  if (runtime === undefined) return;

  const ask = async (init: RequestInit): Promise<SessionAnswer> => {
    const answer = await fetch('/api/sessions?items=*', {credentials: 'same-origin', ...init});
    if (answer.ok) return {response: await answer.json()};
    return {
      type: answer.status === 403 ? 'Forbidden' : 'Unauthorized',
      message: `${answer.status} ${answer.statusText}`.trim(),
    };
  };

  let session: Promise<SessionAnswer> | undefined;
  const globals: StorefrontWindow = {
    __RUNTIME__: {
      ...runtime,
      workspace,
      production: workspace === 'master',
      route: {path: location.pathname, params: {}},
    },
    __RENDER_8_SESSION__: {
      get sessionPromise() {
        return (session ??= ask({}));
      },
      patchSession: (change) =>
        (session = ask({
          method: 'PATCH',
          headers: {'content-type': 'application/json'},
          body: JSON.stringify(change),
        })),
    },
  };

  Object.assign(globalThis, globals);
}
