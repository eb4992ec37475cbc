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

/** The host of the services of VTEX IO. Their paths name account and workspace. */
export const IO_HOST = 'app.io.vtex.com';

/** `{account}.vtexcommercestable.com.br`, `{account}.myvtex.com` and `{workspace}--{account}.myvtex.com`. */
const ACCOUNT_HOST = /^(?:[a-z\d-]+?--)?(?<account>[a-z\d-]+)\.(?:myvtex\.com|vtexcommercestable\.com\.br)$/;

/** Lists every form of host, for messages. */
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
  const isOwn = Object.values(accounts).some(({hosts}) => hosts.includes(host));

  return isShared || isOwn || ACCOUNT_HOST.test(host);
}

/** The account that a URL names. */
export interface Addressed {
  /** The account's name as it is written; `null` if the URL has none. */
  readonly name: string | null;
  /** The account, if it is known. */
  readonly account: VtexAccount | null;
}

/** Reads the account that a URL names: by `an` in the query first, then by the host, then by the path of VTEX IO. */
export function addressed({hostname, pathname, searchParams}: URL, {accounts}: Vtex): Addressed {
  const isShared = SHARED_HOSTS.some((shared) => shared === hostname);
  const byOwnHost = Object.values(accounts).find(({hosts}) => hosts.includes(hostname))?.name;
  const byHost = isShared ? undefined : ACCOUNT_HOST.exec(hostname)?.groups?.['account'];
  const [, , , byPath] = hostname === IO_HOST ? pathname.split('/') : [];

  const name = searchParams.get('an') ?? byOwnHost ?? byHost ?? byPath ?? null;
  const account = name !== null && Object.hasOwn(accounts, name) ? accounts[name] : undefined;
  return {name, account: account ?? null};
}

/** Whether a page of this origin belongs to the account. */
export function isOwnOrigin(origin: string, account: VtexAccount): boolean {
  if (!URL.canParse(origin)) return false;

  const {hostname} = new URL(origin);
  return (
    account.hosts.includes(hostname) || ACCOUNT_HOST.exec(hostname)?.groups?.['account'] === account.name
  );
}

/**
 * Returns the account of that name, or the one under test.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_ACCOUNT`
 */
export function accountOrDefault(name: string | undefined, vtex: Vtex): VtexAccount {
  return name === undefined ? vtex.account : accountOf(name, vtex);
}

/** Answers a request whose address names no known account. */
export function accountMissing(url: URL, vtex: Vtex): Response {
  const {name} = addressed(url, vtex);
  const known = Object.keys(vtex.accounts).join(', ');
  if (name !== null) {
    return Response.json({error: `No VTEX account is called "${name}". Known: ${known}.`}, {status: 404});
  }

  const error = `${url.hostname} serves every VTEX account: name one with ?an=. Known: ${known}.`;
  return Response.json({error}, {status: vtex.assumptions.missingAccountStatus});
}
