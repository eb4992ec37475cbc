import {lstat, open, readFile, rename, rm, utimes} from 'node:fs/promises';
import {randomUUID} from 'node:crypto';
import {hostname} from 'node:os';
import {setTimeout as delay} from 'node:timers/promises';

export interface LockTimes {
  /** Milliseconds between the looks of a waiter. */
  readonly retry: number;
  /** Milliseconds between the signs of life of a holder. */
  readonly beat: number;
  /** Milliseconds without a sign of life after which a waiter takes the lock over. */
  readonly abandoned: number;
}

const TIMES: LockTimes = {retry: 20, beat: 1000, abandoned: 10_000};

/**
 * Does the work while holding a lock file that other processes respect. A holder that died, or gives no sign of life,
 * loses the lock. Two processes may then work at once in rare races, so the work must stay correct without the lock.
 * If no lock file can be written or removed, as on a full disk or in a read-only folder, the work is done without it.
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  times: Partial<LockTimes> = {},
): Promise<T> {
  const {retry, beat, abandoned} = {...TIMES, ...times};
  const own = JSON.stringify({pid: process.pid, host: hostname(), id: randomUUID()});
  let seen: {sign: string; since: number} | undefined;

  for (;;) {
    const created = await create(path, own);
    if (created === 'failed') return work();
    if (created === 'ours') break;

    const sign = await signOfLife(path);
    if (sign === 'unknown') return work();
    if (sign === 'gone') continue;
    if (seen?.sign !== sign) seen = {sign, since: performance.now()};
    if (!(await holderIsDead(path)) && performance.now() - seen.since <= abandoned) await delay(retry);
    else if (!(await takeAway(path))) return work();
  }

  const beating = setInterval(
    () => void utimes(path, new Date(), new Date()).catch(() => undefined),
    beat,
  ).unref();

  try {
    return await work();
  } finally {
    clearInterval(beating);
    held.delete(own);
    if ((await readHolder(path)) === own) await rm(path, {force: true}).catch(() => undefined);
  }
}

/** The locks of this process. They distinguish it from an older process with the same pid. */
const held = new Set<string>();

async function create(path: string, content: string): Promise<'ours' | 'taken' | 'failed'> {
  const file = await open(path, 'wx').catch(codeOf);
  if (typeof file === 'string') return file === 'EEXIST' ? 'taken' : 'failed';

  // Before the file has its content, or a waiter of this process would take the holder for a dead one.
  held.add(content);
  try {
    await file.writeFile(content);
    return 'ours';
  } catch {
    held.delete(content);
    // A full disk leaves an empty file, for which other processes would wait.
    await rm(path, {force: true}).catch(() => undefined);
    return 'failed';
  } finally {
    await file.close().catch(() => undefined);
  }
}

/** Reads the newest sign of life of a holder, or `gone` if the lock is free, or `unknown` if the lock cannot be read. */
async function signOfLife(path: string): Promise<string> {
  return lstat(path).then(
    ({mtimeMs, ino}) => `${mtimeMs} ${ino}`,
    (error: unknown) => (codeOf(error) === 'ENOENT' ? 'gone' : 'unknown'),
  );
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

async function holderIsDead(path: string): Promise<boolean> {
  const content = await readHolder(path);
  const holder = parseHolder(content);
  if (holder === undefined || holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !held.has(content);
  return !isRunning(holder.pid);
}

/** Whether a process of this machine runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user runs too.
    return codeOf(error) !== 'ESRCH';
  }
}

/**
 * Takes a lock over. One of several waiters wins the rename; the others find the file gone or with a new holder. Returns
 * `false` if the folder refuses it, as a read-only one does.
 */
async function takeAway(path: string): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`;
  const code = await rename(path, aside).then(() => null, codeOf);
  await rm(aside, {force: true}).catch(() => undefined);
  return code === null || code === 'ENOENT';
}

async function readHolder(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function parseHolder(content: string): {pid: number; host: string} | undefined {
  try {
    const {pid, host} = JSON.parse(content) as {pid?: unknown; host?: unknown};
    return typeof pid === 'number' && typeof host === 'string' ? {pid, host} : undefined;
  } catch {
    return undefined;
  }
}
