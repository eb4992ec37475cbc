import {existsSync, readFileSync} from 'node:fs';
import {dirname, extname, join, relative, resolve, sep} from 'node:path';
import {type EncodedSourceMap, originalPositionFor, TraceMap} from '@jridgewell/trace-mapping';
import {decoded} from '../../decoded.ts';

/** A position in a script of a built Mini. */
export interface BuiltPosition {
  /** The path of the script's URL, such as `/assets/index-1.js`. */
  readonly pathname: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Returns the first position that is in the Mini's own sources, as `src/App.tsx:14:30`. Positions in packages are left
 * out. Returns `null` without such a position.
 */
export function sourceLine(
  {dir, built}: {readonly dir: string; readonly built: string},
  positions: readonly BuiltPosition[],
): string | null {
  for (const {pathname, line, column} of positions) {
    // Code on the page may report any path.
    const path = decoded(pathname);
    if (path === null) continue;

    const script = join(built, path);
    const trace = traceOf(script);
    const found = trace === null ? null : originalPositionFor(trace, {line, column: column - 1});
    if (found === null || found.source === null) continue;

    const source = relative(dir, resolve(dirname(script), found.source))
      .split(sep)
      .join('/');
    if (!source.startsWith('..') && !source.includes('node_modules/'))
      return `${source}:${found.line}:${found.column + 1}`;
  }

  return null;
}

const traces = new Map<string, TraceMap | null>();

function traceOf(script: string): TraceMap | null {
  const known = traces.get(script);
  if (known !== undefined) return known;

  const file = `${script}.map`;
  const isMapped = extname(script) === '.js' && existsSync(file);
  const map = isMapped ? (JSON.parse(readFileSync(file, 'utf8')) as EncodedSourceMap) : null;
  const trace = map === null ? null : new TraceMap(map);

  traces.set(script, trace);
  return trace;
}
