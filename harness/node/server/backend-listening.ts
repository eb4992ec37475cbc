import {readdir, readFile, readlink} from 'node:fs/promises';

/** The activity of a command's processes, as Linux shows it below `/proc`. */
export interface Activity {
  /** The addresses on which they accept TCP connections, for example `127.0.0.1:3000` or `[::]:3000`. */
  readonly listening: readonly string[];
  /** The processor time that they have used, in hundredths of a second. */
  readonly ticks: number;
  /** Whether one of them runs, or waits for a processor or a disk. On a busy machine that is all that shows its work. */
  readonly isRunnable: boolean;
}

/** Reads the activity of the processes that a shell started; `null` if the system does not show it. */
export async function activityOf(pid: number): Promise<Activity | null> {
  if (process.platform !== 'linux') return null;
  try {
    const processes = await processesOf(pid);
    const sockets = new Set((await Promise.all(processes.map((each) => socketsOf(each.pid)))).flat());
    const tables = await Promise.all(
      ['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')),
    );
    const listening = tables.flatMap(listenersIn).filter(({inode}) => sockets.has(inode));
    return {
      listening: [...new Set(listening.map(({address}) => address))],
      ticks: processes.reduce((sum, each) => sum + each.ticks, 0),
      isRunnable: processes.some(({state}) => state === 'R' || state === 'D'),
    };
  } catch {
    return null;
  }
}

interface RunningProcess {
  readonly pid: string;
  /** `R` runs or could run, `D` waits for a disk, `S` sleeps. */
  readonly state: string;
  readonly parent: string;
  readonly session: string;
  readonly ticks: number;
}

/** Finds a process, its session, and all processes that descend from it. */
async function processesOf(root: number): Promise<readonly RunningProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = (await Promise.all(pids.map(readProcess))).filter((each) => each !== null);
  const found = new Set(all.filter(({pid, session}) => pid === String(root) || session === String(root)));
  const known = new Set([...found].map(({pid}) => pid));
  let before: number;

  do {
    before = found.size;
    for (const each of all) {
      if (!known.has(each.parent)) continue;
      found.add(each);
      known.add(each.pid);
    }
  } while (found.size > before);

  return [...found];
}

async function readProcess(pid: string): Promise<RunningProcess | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The second field is the program's name in parentheses, which may hold spaces.
  const [state = '', parent = '', , session = '', , , , , , , , user = '0', system = '0'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ');
  return stat === '' ? null : {pid, state, parent, session, ticks: Number(user) + Number(system)};
}

async function socketsOf(pid: string): Promise<readonly string[]> {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  const links = await Promise.all(names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => '')));
  return links.flatMap((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1] ?? []);
}

const LISTENING = '0A';

/** Reads the listening sockets from a table such as `/proc/net/tcp`. */
export function listenersIn(table: string): readonly {address: string; inode: string}[] {
  return table
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      return state === LISTENING ? [{address: addressOf(local), inode}] : [];
    });
}

/** `0100007F:0BB8` is `127.0.0.1:3000`: each group of four bytes is in the byte order of the machine. */
function addressOf(local: string): string {
  const [hex = '', port = ''] = local.split(':');
  const bytes = Buffer.concat((hex.match(/.{8}/g) ?? []).map((word) => Buffer.from(word, 'hex').reverse()));
  if (bytes.length === 4) return `${[...bytes].join('.')}:${parseInt(port, 16)}`;

  const groups = (bytes.toString('hex').match(/.{4}/g) ?? []).map((group) =>
    parseInt(group, 16).toString(16),
  );

  return `${new URL(`http://[${groups.join(':')}]`).hostname}:${parseInt(port, 16)}`;
}
