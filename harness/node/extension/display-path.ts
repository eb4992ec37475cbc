import {isAbsolute, relative, sep} from 'node:path';

export interface Position {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Shows a file and a position in it, in the form that editors and terminals make clickable. */
export function displayPath(path: string, position?: Position): string {
  const fromHere = relative(process.cwd(), path);
  const short =
    fromHere === '' || fromHere.startsWith('..') || isAbsolute(fromHere)
      ? path
      : fromHere.split(sep).join('/');
  return position === undefined ? short : `${short}:${position.line}:${position.column}`;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
}
