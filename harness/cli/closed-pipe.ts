/**
 * Ends the process without a stack if the reader of its output has gone, as in `simhost cases | head`.
 *
 * Exit code 141 is what a shell reports for a program that SIGPIPE has ended.
 */
export function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.off('error', endOnClosedPipe).on('error', endOnClosedPipe);
}

function endOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(SIGPIPE_EXIT_CODE);
}

const SIGPIPE_EXIT_CODE = 141;
