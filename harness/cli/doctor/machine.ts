import {once} from 'node:events';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import {findChromium} from '../../node/chromium.ts';
import {runProgram} from '../../node/run-program.ts';
import {manifest} from '../../node/server/manifest.ts';
import {type Check, type Finding, ok, problem, warning} from './check.ts';
import {isInRange} from '../../node/server/version-range.ts';

/** The checks of the machine that simhost runs on. */
export const MACHINE: readonly Check[] = [
  {name: 'node', run: () => node(process.versions.node)},
  {name: 'browser', run: ({environment}) => browser(environment)},
  {name: 'ports', run: ports},
  {name: 'clock', run: () => clock(new Date())},
];

export function node(version: string): Finding {
  const range = manifest().engines.node;
  if (isInRange(version, range)) return ok(`Node ${version}`);
  return problem(`Node ${version} is not in "${range}".`, 'Install a newer Node.');
}

async function browser(environment: Readonly<Record<string, string | undefined>>): Promise<Finding> {
  const found = findChromium({environment});
  if (found === undefined) {
    return problem(
      'No Chromium or Chrome was found.',
      'Run "npx playwright install chromium-headless-shell", install chromium with your package ' +
        'manager, or set SIMHOST_BROWSER to the path of one.',
    );
  }

  const description = `${found.path} (from ${found.source})`;

  try {
    const {stdout} = await runProgram(found.path, ['--version'], {signal: AbortSignal.timeout(60_000)});
    const version = stdout.trim().split('\n')[0] ?? '';
    if (/\d+\.\d+/.test(version)) return ok(`${version}, ${description}`);
    // Chrome for Windows prints no version.
    if (process.platform === 'win32') return ok(description);
  } catch {
    // The browser does not run, which is reported below.
  }

  return problem(
    `${description} does not print its version.`,
    'Set SIMHOST_BROWSER to the path of a Chromium or Chrome that runs here.',
  );
}

async function ports(): Promise<Finding> {
  const server = http.createServer((_message, out) => out.end());

  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');

    const {port} = server.address() as AddressInfo;
    await new Promise((resolve, reject) => {
      const request = http.get({host: '127.0.0.1', port, agent: false, timeout: 5000}, (response) =>
        resolve(response.resume()),
      );
      request.once('error', reject).once('timeout', () => request.destroy(new Error('no answer within 5 s')));
    });

    return ok('127.0.0.1 can be listened on and reached');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return problem(
      `A server on 127.0.0.1 cannot be reached: ${reason}.`,
      'Let this program use the loopback interface (sandbox, firewall, container).',
    );
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Checks the system's time, which tokens carry. simhost did not exist before 2026. */
export function clock(now: Date): Finding {
  const year = now.getUTCFullYear();
  if (year >= 2026 && year < 2100) return ok(now.toISOString());
  return warning(
    `The system's time is ${now.toISOString()}; tokens carry it.`,
    'Set the clock of this machine.',
  );
}
