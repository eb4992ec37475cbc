import {SimhostError} from '../errors.ts';
import {didYouMean} from '../known-values.ts';
import {decodeClaims} from '../core/tokens/jws.ts';
import {readArguments} from './arguments.ts';
import type {CommandDescription, OptionSpecs} from './command.ts';
import {copyToClipboard} from './vtex/clipboard.ts';
import {loginByToolbelt} from './vtex/toolbelt-login.ts';
import {readSession, writeSession} from './vtex/session-files.ts';

const OPTIONS = {
  dir: {
    type: 'string',
    value: '<folder>',
    help: 'the folder of `session.json`, `tokens.json` and `workspace.json`; never your own `~/.vtex`',
  },
  as: {
    type: 'string',
    value: '<admin>',
    help: 'signs this admin in without a browser: `grace`, `mary` or `joan`',
  },
  workspace: {type: 'string', value: '<name>', default: 'master', help: 'the workspace; default `master`'},
} as const satisfies OptionSpecs;

export const DESCRIPTION: CommandDescription = {
  name: 'vtex',
  usage: [
    'vtex login <account> --dir <folder> [--as <admin>]',
    'vtex local token --dir <folder> [--as <admin>]',
  ],
  summary:
    "Does what VTEX's own command line does, in the simulated VTEX: no network, no account, admins only.",
  before: [
    {
      title: 'commands',
      rows: [
        ['login', 'signs an admin in and keeps the session in the folder, in the files that "vtex" reads'],
        [
          'local token',
          'prints the token of that session and nothing else, and copies it to the clipboard if there ' +
            'is one; an expired token is first replaced by a new login',
        ],
      ],
    },
  ],
  options: OPTIONS,
  notes: `Without --as, login prints an address: open it in a browser and choose an admin.
One token needs no session: simhost token vtex-admin.`,
};

const COMMANDS = ['vtex login', 'vtex local token'];

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'vtex',
    allowPositionals: true,
    options: OPTIONS,
  });

  const [name = '', ...rest] = positionals;
  const {dir, ...how} = values;

  if (name === 'login' && rest.length === 1) {
    await login(rest[0] ?? '', {...how, dir: folder(dir, 'login acme'), print: console.log});
    return;
  }

  if (name === 'local' && rest.join(' ') === 'token')
    return localToken({...how, dir: folder(dir, 'local token')});
  if (name === 'login')
    throw new SimhostError('ERR_USAGE', 'Missing VTEX account.', {
      next: 'simhost vtex login acme --dir .vtex-test/session.',
    });

  const given = positionals.join(' ');
  throw new SimhostError(
    'ERR_UNKNOWN_COMMAND',
    given === '' ? 'Missing command.' : `Unknown command "vtex ${given}".`,
    {
      next: didYouMean(`vtex ${given}`, COMMANDS),
    },
  );
}

interface LoginOptions {
  readonly dir: string;
  readonly as?: string | undefined;
  readonly workspace: string;
}

async function login(
  account: string,
  {dir, as, workspace, print}: LoginOptions & {print: (text: string) => void},
): Promise<string> {
  // Reports a folder that cannot be used before the login.
  await readSession(dir);

  const session = await loginByToolbelt({account, as, print});
  await writeSession(dir, {...session, workspace});
  print(`Logged into ${account} as ${session.login} at workspace ${workspace}`);
  return session.token;
}

/** Prints the token. Everything else goes to stderr. */
async function localToken(options: LoginOptions): Promise<void> {
  const session = await readSession(options.dir);
  if (session === null) {
    throw new SimhostError('ERR_NO_SESSION', `There is no session in ${options.dir}.`, {
      next: `Sign in first: simhost vtex login acme --dir ${options.dir}.`,
    });
  }

  const {account, token} = session;
  const current = isCurrent(token) ? token : await login(account, {...options, print: console.error});

  await copyToClipboard(current);
  console.log(current);
}

/** Whether VTEX's command line takes the token as valid: it reads `exp` and ignores the signature. */
function isCurrent(token: string): boolean {
  const exp = decodeClaims(token)?.['exp'];
  return typeof exp === 'number' && exp >= Math.floor(Date.now() / 1000);
}

function folder(dir: string | undefined, command: string): string {
  if (dir !== undefined && dir !== '') return dir;
  throw new SimhostError('ERR_USAGE', 'Missing folder for the session.', {
    next: `Give a folder of the test's, never your own ~/.vtex: simhost vtex ${command} --dir .vtex-test/session.`,
  });
}
