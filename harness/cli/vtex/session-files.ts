import {existsSync, realpathSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {writing} from '../../node/writing.ts';
import {homeFolders} from './home-folders.ts';

/** The session of an admin, as VTEX's own command line keeps it in `~/.vtex/session`. */
export interface VtexSession {
  readonly account: string;
  readonly workspace: string;
  /** E-mail address of the admin. */
  readonly login: string;
  readonly token: string;
  readonly refreshToken?: string | undefined;
}

/** The three files that VTEX's own command line reads. */
const FILES = {session: 'session.json', tokens: 'tokens.json', workspace: 'workspace.json'} as const;

/**
 * Writes a session to files that only their owner may read. The tokens of other accounts stay.
 *
 * @throws {SimhostError} `ERR_BAD_SESSION`, `ERR_OWN_SESSION`, `ERR_NOT_WRITTEN`
 */
export async function writeSession(folder: string, session: VtexSession): Promise<void> {
  const {account, workspace, login, token, refreshToken} = session;
  refuseOwn(folder);
  const before = await readJsonFile(folder, 'session');
  const tokens = await readJsonFile(folder, 'tokens');
  const wasIn = await readJsonFile(folder, 'workspace');
  const kept = Object.entries(tokens).filter(
    ([key]) => key !== account && key !== `${account}_refresh_token`,
  );

  const write = (file: keyof typeof FILES, content: object): Promise<void> => {
    const path = join(folder, FILES[file]);
    return writing({what: 'The session', path}, async () => {
      await mkdir(folder, {recursive: true, mode: 0o700});
      await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, {mode: 0o600});
    });
  };
  await write('session', {account, ...last('lastAccount', before['account']), login, token});
  await write('tokens', {
    ...Object.fromEntries(kept),
    [account]: token,
    ...(refreshToken === undefined ? {} : {[`${account}_refresh_token`]: refreshToken}),
  });

  await write('workspace', {
    currentWorkspace: workspace,
    ...last('lastWorkspace', wasIn['currentWorkspace']),
  });
}

/**
 * Reads the session of a folder; `null` if there is none.
 *
 * @throws {SimhostError} `ERR_BAD_SESSION`, `ERR_OWN_SESSION`
 */
export async function readSession(
  folder: string,
): Promise<Pick<VtexSession, 'account' | 'login' | 'token'> | null> {
  refuseOwn(folder);
  const {account, login, token} = await readJsonFile(folder, 'session');
  if (account === undefined && token === undefined) return null;
  if (typeof account === 'string' && typeof token === 'string')
    return {account, token, login: String(login ?? '')};
  throw badFile(join(folder, FILES.session), 'it names no account and token');
}

function last(key: string, value: unknown): object {
  return typeof value === 'string' ? {[key]: value} : {};
}

async function readJsonFile(
  folder: string,
  file: keyof typeof FILES,
): Promise<Readonly<Record<string, unknown>>> {
  const path = join(folder, FILES[file]);
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return {...content};
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return {};
    if (!(cause instanceof SyntaxError))
      throw badFile(path, String((cause as NodeJS.ErrnoException).code ?? cause));
  }

  throw badFile(path, 'it does not contain a JSON object');
}

function badFile(path: string, why: string): SimhostError {
  return new SimhostError('ERR_BAD_SESSION', `${path} is not a session of VTEX's command line: ${why}.`, {
    next: 'Give an empty folder or a new one with --dir.',
  });
}

/** Refuses the folder of the user's real login, in any spelling. */
function refuseOwn(folder: string): void {
  for (const home of homeFolders()) {
    const own = real(join(home, '.vtex'));
    const way = relative(own, real(folder));
    if (way.startsWith('..') || resolve(own, way) === way) continue;
    throw new SimhostError(
      'ERR_OWN_SESSION',
      `${folder} is the folder of your own login of VTEX's command line.`,
      {
        next: 'Give another folder, for example --dir .vtex-test/session.',
      },
    );
  }
}

/** Resolves every link in a path, even if the path does not exist yet. */
function real(path: string): string {
  const full = resolve(path);
  return existsSync(full) || dirname(full) === full
    ? realpathSync(full)
    : join(real(dirname(full)), basename(full));
}
