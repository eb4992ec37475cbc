import {
  TraceMap,
  originalPositionFor,
  sourceContentFor,
  type EncodedSourceMap,
} from '@jridgewell/trace-mapping';
import {escapeRegExp} from '../../../../reg-exp.ts';
import type {Bundle} from './bundle.ts';

/** A line of the author's own code. */
export interface SourceLine {
  /** The path, relative to the extension's folder. */
  readonly file: string;
  /** The line, from 1. */
  readonly line: number;
  /** The column, from 1. */
  readonly column: number;
  /** The text of the line, without its indent. */
  readonly text: string;
}

/**
 * Replaces each position in the bundle's script, `<url>:1:22232`, by its position in the author's sources,
 * `src/Block.jsx:12:7`. Everything else in the stack stays as it is.
 */
export function mapStack(stack: string, bundle: Pick<Bundle, 'map'>, scriptUrl: string): string {
  if (scriptUrl === '' || !stack.includes(scriptUrl)) return stack;
  const places = new RegExp(`${escapeRegExp(scriptUrl)}:(\\d+):(\\d+)`, 'g');

  return stack.replace(places, (given, line: string, column: string) => {
    const found = originalPositionFor(traceOf(bundle), {
      line: Math.max(1, Number(line)),
      column: Math.max(0, Number(column) - 1),
    });
    return found.source === null ? given : `${found.source}:${found.line}:${found.column + 1}`;
  });
}

/** Finds the topmost frame of a mapped stack in the author's own sources, not in a package. */
export function firstSourceLine(mappedStack: string, bundle: Pick<Bundle, 'map'>): SourceLine | undefined {
  const trace = traceOf(bundle);
  const own = trace.sources.filter(
    (source) => source !== null && !/(?:^|\/)node_modules\/|^<stdin>$/.test(source),
  ) as readonly string[];

  for (const [, before = '', line, column] of mappedStack.matchAll(/^(.*):(\d+):(\d+)\)?[ \t]*$/gm)) {
    const file = own
      .filter((source) => endsWithPath(before, source))
      .toSorted((a, b) => b.length - a.length)[0];
    if (file === undefined) continue;
    const text = sourceContentFor(trace, file)?.split(/\r?\n/)[Number(line) - 1]?.trim() ?? '';
    return {file, line: Number(line), column: Number(column), text};
  }

  return undefined;
}

/** Whether a string ends with a path. Paths may hold spaces and parentheses, so only their end is certain. */
function endsWithPath(text: string, path: string): boolean {
  return text.endsWith(path) && /(?:^|[\s(])$/.test(text.slice(0, -path.length));
}

const traces = new WeakMap<Pick<Bundle, 'map'>, TraceMap>();

function traceOf(bundle: Pick<Bundle, 'map'>): TraceMap {
  const trace = traces.get(bundle) ?? new TraceMap(withMappings(bundle.map));
  traces.set(bundle, trace);
  return trace;
}

/** Reads a source map. The map of an empty script has no sources: none of its modules does anything when imported. */
function withMappings(map: string): EncodedSourceMap {
  return {
    version: 3,
    sources: [],
    names: [],
    mappings: '',
    ...(JSON.parse(map) as Partial<EncodedSourceMap>),
  };
}
