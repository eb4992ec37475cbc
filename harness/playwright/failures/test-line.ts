import {fileURLToPath} from 'node:url';
import {SimhostError} from '../../errors.ts';
import {OWN_CODE} from '../../node/package-files.ts';

/** The folders of simhost's own code. */
const OWN_FOLDERS = OWN_CODE.map((folder) => fileURLToPath(folder));
const IS_TEST = /\.(?:test|spec)\.[cm]?[jt]sx?:/;

/**
 * Gives an error the stack of the call in the test. An error that comes from the page has the stack of a socket's event,
 * in which Playwright finds no line of the test.
 *
 * @param call made where the call began
 */
export function atTestLine(error: unknown, call: Error): unknown {
  if (!(error instanceof SimhostError) || call.stack === undefined) return error;

  const frames = framesOf(call.stack).filter((line) => !isOwn(line) || IS_TEST.test(line));
  if (frames.length > 0) error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
  return error;
}

function isOwn(frame: string): boolean {
  return OWN_FOLDERS.some((folder) => frame.includes(folder));
}

/** The frames of a stack, with paths in place of file URLs: these spell `ü` and spaces as escapes. */
export function framesOf(stack: string): string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.map((frame) =>
    frame.replace(/file:\/\/[^\s)]+?(?=:\d+:\d+\)?$)/, (url) => fileURLToPath(url)),
  );
}
