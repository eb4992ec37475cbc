import {SimhostError, nearest} from '../errors.ts';
import {decodeClaims} from '../core/tokens/jws.ts';
import {readArguments} from './arguments.ts';
import {copyToClipboard} from './clipboard.ts';
import {loginByToolbelt} from './vtex-login.ts';
import {readSession, writeSession} from './vtex-session.ts';

export const HELP = `Usage: simhost vtex login <account> --dir <folder> [--as <admin>]
       simhost vtex local token --dir <folder> [--as <admin>]

What VTEX's own command line does, against the simulated VTEX: no network, no account, admins only.

  login         signs an admin in and keeps the session in the folder, in the files that "vtex" reads
  local token   prints the token of that session and nothing else, and copies it to the clipboard where there is one;
                one that has expired is replaced by a login first

options
  --dir <folder>        holds session.json, tokens.json and workspace.json; never your own ~/.vtex
  --as <admin>          grace, mary or joan: signs in without a browser, for CI
  --workspace <name>    default master

Without --as, login prints an address: open it in a browser and choose who you are.
A token alone needs no session: simhost token vtex-admin.`;

const COMMANDS = ['login', 'local token'];

export async function run(args: readonly string[]): Promise<void> {
  const {values, positionals} = readArguments(args, {
    command: 'vtex',
    allowPositionals: true,
    options: {dir: {type: 'string'}, as: {type: 'string'}, workspace: {type: 'string', default: 'master'}},
  });

  const [name = '', ...rest] = positionals;
  const {dir, ...how} = values;

  if (name === 'login' && rest.length === 1) {
    await login(rest[0] ?? '', {...how, dir: folder(dir, 'login acme'), say: console.log});
    return;
  }

  if (name === 'local' && rest.join(' ') === 'token')
    return localToken({...how, dir: folder(dir, 'local token')});
  if (name === 'login')
    throw new SimhostError('ERR_USAGE', 'Which account?', {
      next: 'simhost vtex login acme --dir .vtex-test/session.',
    });

  const given = positionals.join(' ');
  const near = nearest(given, COMMANDS);
  throw new SimhostError(
    'ERR_UNKNOWN_COMMAND',
    given === '' ? 'Which command?' : `Unknown command "vtex ${given}".`,
    {
      next: `${near === undefined ? '' : `Did you mean "vtex ${near}"? `}Known: ${COMMANDS.map((known) => `vtex ${known}`).join(', ')}.`,
    },
  );
}

interface How {
  readonly dir: string;
  readonly as?: string | undefined;
  readonly workspace: string;
}

async function login(
  account: string,
  {dir, as, workspace, say}: How & {say: (text: string) => void},
): Promise<string> {
  await readSession(dir); // a folder that cannot be used is told before anybody signs in
  const session = await loginByToolbelt({account, as, say});
  await writeSession(dir, {...session, workspace});
  say(`Logged into ${account} as ${session.login} at workspace ${workspace}`);
  return session.token;
}

/** Only the token goes to stdout; whatever else is to be said goes to stderr. */
async function localToken(how: How): Promise<void> {
  const session = await readSession(how.dir);
  if (session === null) {
    throw new SimhostError('ERR_NO_SESSION', `Nobody has signed in in ${how.dir}.`, {
      next: `First: simhost vtex login acme --dir ${how.dir}.`,
    });
  }

  const {account, token} = session;
  const current = isCurrent(token) ? token : await login(account, {...how, say: console.error});

  await copyToClipboard(current);
  console.log(current);
}

/** As VTEX's command line judges: by `exp` alone, without a look at the signature. */
function isCurrent(token: string): boolean {
  const exp = decodeClaims(token)?.['exp'];
  return typeof exp === 'number' && exp >= Math.floor(Date.now() / 1000);
}

function folder(dir: string | undefined, command: string): string {
  if (dir !== undefined && dir !== '') return dir;
  throw new SimhostError('ERR_USAGE', 'Where is the session kept?', {
    next: `Name a folder of the test's, never your own ~/.vtex: simhost vtex ${command} --dir .vtex-test/session.`,
  });
}
