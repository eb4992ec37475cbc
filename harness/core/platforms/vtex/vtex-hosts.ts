import {accountOf} from '../../world/vtex.ts';
import type {Vtex, VtexAccount} from '../../world/vtex.ts';

/** Hosts that serve every account; `an` in the query names it. */
const SHARED_HOSTS = [
  'portal.vtexcommercestable.com.br',
  'api.vtexcommercestable.com.br',
  'vtexid.vtexcommercestable.com.br',
  'vtexid.vtex.com.br',
  'api.vtex.com',
] as const;

/** Where the services of VTEX IO live; account and workspace stand in the path. */
export const IO_HOST = 'app.io.vtex.com';

/** `{account}.vtexcommercestable.com.br`, `{account}.myvtex.com` and `{workspace}--{account}.myvtex.com`. */
const ACCOUNT_HOST =
  /^(?:(?<workspace>[a-z\d-]+?)--)?(?<account>[a-z\d-]+)\.(?:myvtex\.com|vtexcommercestable\.com\.br)$/;

/** Every host form, for lists and messages. */
export function vtexHosts({accounts}: Vtex): readonly string[] {
  return [
    ...Object.values(accounts).flatMap(({name, hosts}) => [
      `${name}.myvtex.com`,
      `${name}.vtexcommercestable.com.br`,
      ...hosts,
    ]),
    ...SHARED_HOSTS,
    IO_HOST,
  ];
}

/** Whether VTEX answers for a host, of a known account or not. */
export function isVtexHost(host: string, {accounts}: Vtex): boolean {
  const isShared = host === IO_HOST || SHARED_HOSTS.some((shared) => shared === host);
  return (
    isShared || ACCOUNT_HOST.test(host) || Object.values(accounts).some(({hosts}) => hosts.includes(host))
  );
}

/** Which account and workspace a request is for: `an` in the query first, then the host, then VTEX IO's path. */
export interface Addressed {
  /** As it was written; `null` where nothing names one. */
  readonly name: string | null;
  /** The account, if it is known. */
  readonly account: VtexAccount | null;
  readonly workspace: string;
}

export function addressed(url: URL, {accounts}: Vtex): Addressed {
  const {account: fromHost, workspace = 'master'} = ACCOUNT_HOST.exec(url.hostname)?.groups ?? {};
  const isShared = SHARED_HOSTS.some((shared) => shared === url.hostname);
  const owner = Object.values(accounts).find(({hosts}) => hosts.includes(url.hostname))?.name;
  const [, , , fromPath, ioWorkspace] = url.hostname === IO_HOST ? url.pathname.split('/') : [];
  const name = url.searchParams.get('an') ?? owner ?? (isShared ? undefined : fromHost) ?? fromPath ?? null;
  const account = name !== null && Object.hasOwn(accounts, name) ? accounts[name] : undefined;

  return {name, account: account ?? null, workspace: ioWorkspace ?? workspace};
}

/** Whether a page of this origin belongs to the account. */
export function isOwnOrigin(origin: string, account: VtexAccount): boolean {
  if (!URL.canParse(origin)) return false;
  const {hostname} = new URL(origin);
  return (
    account.hosts.includes(hostname) || ACCOUNT_HOST.exec(hostname)?.groups?.['account'] === account.name
  );
}

/** The account of that name, or the one under test. @throws {SimhostError} `ERR_UNKNOWN_ACCOUNT` */
export function addressedAccount(name: string | undefined, vtex: Vtex): VtexAccount {
  return name === undefined ? vtex.account : accountOf(name, vtex);
}
