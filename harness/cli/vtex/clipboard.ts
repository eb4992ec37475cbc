import {spawn} from 'node:child_process';

/** Copies a string to the clipboard; `false` if this machine has none. */
export async function copyToClipboard(
  text: string,
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): Promise<boolean> {
  for (const [command, ...args] of clipboards(env, platform))
    if (command !== undefined && (await feeds(command, args, text, env))) return true;
  return false;
}

function clipboards(env: NodeJS.ProcessEnv, platform: string): string[][] {
  if (platform === 'darwin') return [['pbcopy']];
  if (platform === 'win32') return [['clip']];
  return [
    ...(env['WAYLAND_DISPLAY'] ? [['wl-copy']] : []),
    ...(env['DISPLAY']
      ? [
          ['xclip', '-selection', 'clipboard'],
          ['xsel', '--clipboard', '--input'],
        ]
      : []),
  ];
}

/** Whether the command took the string. A clipboard is a convenience, so its failures are silent. */
function feeds(
  command: string,
  args: readonly string[],
  text: string,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {stdio: ['pipe', 'ignore', 'ignore'], env});
    child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0));
    child.stdin.on('error', () => {}).end(text);
  });
}
