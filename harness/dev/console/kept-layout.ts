import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {cacheFolder} from '../../node/extension/cache-folder.ts';
import {hashOf} from '../../node/extension/content-hash.ts';
import {replaceFile} from '../../node/extension/replace-file.ts';
import {SimhostError} from '../../errors.ts';
import {oneOf, refuseUnknownKeys} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';
import {type ConsoleLayout, DOCKS, MOST_RECENT, THEMES, USUAL_LAYOUT} from '../../wire/console.ts';

/** Pixels that a console may have; the window limits it further. */
const [SMALLEST, LARGEST] = [120, 4000];

/** Reads the layout that the console had for these folders. A file that cannot be read is the usual layout. */
export async function readLayout(folders: readonly string[]): Promise<ConsoleLayout> {
  const text = await readFile(await layoutFile(folders), 'utf8').catch(() => '{}');
  try {
    return changedLayout(USUAL_LAYOUT, JSON.parse(text));
  } catch {
    return USUAL_LAYOUT;
  }
}

/** Keeps the layout for the next start. Does nothing if the cache is read-only. */
export async function keepLayout(folders: readonly string[], layout: ConsoleLayout): Promise<void> {
  await replaceFile(await layoutFile(folders), `${JSON.stringify(layout)}\n`, {mode: 0o600}).catch(
    () => undefined,
  );
}

/**
 * Returns a layout after a change, which comes from a console or a file.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`
 */
export function changedLayout(layout: ConsoleLayout, change: unknown): ConsoleLayout {
  if (typeof change !== 'object' || change === null) throw badLayout(change);
  refuseUnknownKeys('layout', change, Object.keys(USUAL_LAYOUT));

  const {dock, width, height, theme, recent} = {...layout, ...change};
  return {
    dock: oneOf('dock', dock, DOCKS),
    width: pixels(width),
    height: pixels(height),
    theme: oneOf('theme', theme, THEMES),
    recent: recentNames(recent),
  };
}

/** A name has a kind and is short, so a token does not pass. */
const RECENT_NAME = /^[a-z]+:[\w.-]{1,80}$/;

function recentNames(value: unknown): readonly string[] {
  const isList = Array.isArray(value) && value.length <= MOST_RECENT;
  if (!isList || !value.every((name) => typeof name === 'string' && RECENT_NAME.test(name)))
    throw new SimhostError('ERR_BAD_OPTION', 'The recent entries of the console are not a list of names.', {
      next: `Give at most ${MOST_RECENT} names such as "person:ada".`,
    });

  return value as readonly string[];
}

function pixels(value: unknown): number | null {
  if (value === null) return null;
  if (typeof value === 'number' && value >= SMALLEST && value <= LARGEST) return Math.round(value);
  throw badLayout(value);
}

function badLayout(value: unknown): SimhostError {
  return new SimhostError('ERR_BAD_OPTION', `Not a layout: ${shown(value)}.`, {
    next: `Give dock, theme, and width or height from ${SMALLEST} to ${LARGEST} pixels.`,
  });
}

async function layoutFile(folders: readonly string[]): Promise<string> {
  const [first = '.'] = folders;
  return join(await cacheFolder(first), `console-${hashOf(folders.join('\0'))}.json`);
}
