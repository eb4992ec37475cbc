import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {text} from 'node:stream/consumers';

/** The parameters of a run. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Whether the program is a line for the system's shell. Default: `false`. */
  readonly shell?: boolean;
  /** Interrupts the program, as Ctrl+C does. */
  readonly signal?: AbortSignal | undefined;
}

/** The result of a program that has ended. */
export interface EndedProgram {
  /** The exit code; `null` if a signal ended the program. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Windows has no groups of processes. */
const HAS_GROUPS = process.platform !== 'win32';

/** Milliseconds in which an interrupted program may end what it has started. */
const GRACE = 10_000;

/**
 * Runs a program to its end. The program and all that it starts are one group: an abort interrupts the group, and the
 * end of this process ends it. Rejects with the reason of the signal after an abort, and if the program does not start.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  {cwd, env, shell = false, signal}: RunOptions = {},
): Promise<EndedProgram> {
  signal?.throwIfAborted();
  const child = spawn(program, args, {
    cwd,
    env,
    shell,
    detached: HAS_GROUPS,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let grace: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => endGroup(child, 'SIGKILL');
  const interrupt = (): void => {
    endGroup(child, 'SIGINT');
    grace = setTimeout(end, GRACE);
  };
  process.once('exit', end);
  signal?.addEventListener('abort', interrupt);

  try {
    const closed = once(child, 'close') as Promise<[number | null]>;
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    signal?.throwIfAborted();
    return {status, stdout, stderr};
  } finally {
    clearTimeout(grace);
    process.removeListener('exit', end);
    signal?.removeEventListener('abort', interrupt);
  }
}

function endGroup({pid}: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;

  try {
    if (HAS_GROUPS) process.kill(-pid, signal);
    else spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
  } catch {
    // The group has ended already.
  }
}
