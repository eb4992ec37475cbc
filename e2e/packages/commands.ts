import {spawn} from 'node:child_process';
import {once} from 'node:events';

/** Milliseconds that a command may take. Packages come over the network, and machines are slow at times. */
const TIMEOUT = 900_000;

/**
 * Runs a command line to its end in a folder, and returns its output.
 *
 * @throws with the command and its output, if it fails or takes more than a quarter of an hour
 */
export async function run(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(line, {
    cwd,
    env: {...ownEnvironment(), ...env},
    shell: true,
    timeout: TIMEOUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }

  const closed = once(child, 'close');
  const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
  // After the timeout, programs that it started can keep its output open.
  if (signal === null) await closed;
  const output = chunks.join('');
  if (status !== 0) throw new Error(`"${line}" ended with ${String(status ?? signal)} in ${cwd}\n${output}`);
  return output;
}

/** The environment without what this run of Playwright adds to it, and without an app's secret. Installs are quick. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(?:TEST_|PW_|SHOPIFY_API_)/.test(name));
  return {
    ...Object.fromEntries(entries),
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_prefer_offline: 'true',
    npm_config_update_notifier: 'false',
    FORCE_COLOR: '0',
  };
}
