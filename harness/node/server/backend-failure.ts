import {SimhostError} from '../../errors.ts';
import {type Language, languageOf} from './backend-language.ts';
import type {FailureReason} from './backend-start.ts';

/** The facts about a backend that does not start, for a message. */
export interface FailedStart {
  readonly command: string;
  readonly folder: string;
  readonly port: number;
  readonly readyPath: string | undefined;
  /** The end of its output. */
  readonly output: readonly string[];
}

/** Makes the error for a backend whose process ended before it was ready. */
export function endedEarly(failed: FailedStart, ended: string): SimhostError {
  const {command, port, output} = failed;
  const busy = portInUse(output);
  const next =
    busy === null || busy === port
      ? 'Run the command by hand in that folder.'
      : `It listens on the fixed port ${busy}, which another program uses. ${portHint(command)}`;

  return startError(failed, `The backend "${command}" ${ended} before it was ready`, next);
}

/** Makes the error for a backend that runs and will not become ready. */
export function notReady(failed: FailedStart, why: FailureReason): SimhostError {
  const {command, port, readyPath} = failed;
  if (why.reason === 'elsewhere') return listensElsewhere(failed, why.addresses);

  if (why.reason === 'status') {
    const what =
      `The backend "${command}" answers GET ${readyPath ?? '/'} with ${why.status}, and counts as ready ` +
      'when it answers with 2xx';
    return startError(
      failed,
      what,
      'Correct ready; without it, a backend is ready when it accepts a connection.',
    );
  }

  if (why.reason === 'hanging') {
    return startError(
      failed,
      `The backend "${command}" takes GET ${readyPath ?? '/'} on PORT (${port}), and had not answered it after ${why.seconds} s`,
      'Let that path answer at once, or leave ready out: a backend is ready then when it accepts a connection.',
    );
  }

  const wanted = readyPath === undefined ? 'listen' : `answer ${readyPath} with 2xx`;
  const idle = why.reason === 'silent' ? ', and is idle' : '';
  const what = `The backend "${command}" did not ${wanted} on PORT (${port}) within ${why.seconds} s${idle}`;

  return startError(
    failed,
    what,
    `${portHint(command)} A start that takes longer needs startTimeout: its milliseconds.`,
  );
}

function listensElsewhere(failed: FailedStart, addresses: readonly string[]): SimhostError {
  const {command, port} = failed;
  const samePort = addresses.some((address) => address.endsWith(`:${port}`));
  const wanted = samePort ? `not on 127.0.0.1:${port}` : `not on ${port}, the port in PORT`;
  const next = samePort ? 'Let it listen on 127.0.0.1 (HOST), or on all addresses.' : portHint(command);

  return startError(
    failed,
    `The backend "${command}" listens on ${addresses.join(' and ')}, ${wanted}`,
    next,
  );
}

/** Whether a start failed because another program took the port between our look and the backend's. */
export function lostItsPort(output: readonly string[], port: number): boolean {
  return portInUse(output) === port;
}

function portInUse(output: readonly string[]): number | null {
  const lines = output.filter((line) => /EADDRINUSE|address already in use/i.test(line));
  const ports = lines.flatMap((line) =>
    [...line.matchAll(/(?:[:\s(]|port )(\d{2,5})\b/g)].map(([, digits]) => Number(digits)),
  );
  const found = ports.find((port) => port > 79 && port < 65_536);
  return lines.length === 0 ? null : (found ?? null);
}

const READ_PORT: Readonly<Record<Language, string>> = {
  node: 'process.env.PORT, for example app.listen(process.env.PORT)',
  python: "os.environ['PORT']",
  ruby: "ENV['PORT']",
  php: 'getenv("PORT")',
  go: 'os.Getenv("PORT")',
  other: 'the environment variable PORT',
};

function portHint(command: string): string {
  return `It must listen on ${READ_PORT[languageOf(command)]}; or pass the port in the command: "… --port $PORT".`;
}

function startError({folder, output}: FailedStart, what: string, next: string): SimhostError {
  const written = output.join('\n').trim();
  return new SimhostError(
    'ERR_BACKEND',
    `${what} (in ${folder}).${written === '' ? ' It wrote nothing.' : `\n${written}`}`,
    {next},
  );
}
