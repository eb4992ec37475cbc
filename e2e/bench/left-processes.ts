import {readFile, readdir} from 'node:fs/promises';

/**
 * Lists the commands of processes that have a string in their environment. All descendants of a marked process inherit
 * the mark. Only Linux shows this; elsewhere the list is empty.
 */
export async function leftProcesses(mark: string): Promise<readonly string[]> {
  const names = await readdir('/proc').catch((): string[] => []);
  const commands = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((pid) => commandIfMarked(pid, mark)),
  );

  return commands.filter((command) => command !== null);
}

async function commandIfMarked(pid: string, mark: string): Promise<string | null> {
  const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
  if (!environment.includes(mark)) return null;

  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.replaceAll('\0', ' ').trim() || `process ${pid}`;
}
