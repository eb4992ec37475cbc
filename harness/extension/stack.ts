import {TraceMap, originalPositionFor, sourceContentFor} from '@jridgewell/trace-mapping';
import type {Bundle} from './bundle.ts';
import type {Position} from './place.ts';

/** A line of the author's own code. */
export interface SourceLine extends Position {
  /** Relative to the extension's folder. */
  readonly file: string;
  /** The text of the line, without its indent. */
  readonly text: string;
}

/**
 * A stack in which every place in the bundle's script, `<url>:1:22232`, is the place in the source that it was built
 * from, `src/Block.jsx:12:7`. Everything else stays as it is.
 */
export function mapStack(stack: string, bundle: Pick<Bundle, 'map'>, scriptUrl: string): string {
  if (scriptUrl === '' || !stack.includes(scriptUrl)) return stack;
  const places = new RegExp(`${scriptUrl.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}:(\\d+):(\\d+)`, 'g');
  return stack.replace(places, (given, line: string, column: string) => {
    const found = originalPositionFor(traceOf(bundle), {line: Math.max(1, Number(line)), column: Math.max(0, Number(column) - 1)});
    return found.source === null ? given : `${found.source}:${found.line}:${found.column + 1}`;
  });
}

/** The topmost frame of a mapped stack that is the author's own, not a package's. */
export function firstSourceLine(mappedStack: string, bundle: Pick<Bundle, 'map'>): SourceLine | undefined {
  const trace = traceOf(bundle);
  const own = new Set(trace.sources.filter((source) => source !== null && !/(?:^|\/)node_modules\//.test(source)));
  for (const [, file = '', line, column] of mappedStack.matchAll(/(?:\(|\bat |^|\s)([^\s()]+):(\d+):(\d+)\)?[ \t]*$/gm)) {
    if (!own.has(file)) continue;
    const text = sourceContentFor(trace, file)?.split(/\r?\n/)[Number(line) - 1]?.trim() ?? '';
    return {file, line: Number(line), column: Number(column), text};
  }
  return undefined;
}

const traces = new WeakMap<Pick<Bundle, 'map'>, TraceMap>();

function traceOf(bundle: Pick<Bundle, 'map'>): TraceMap {
  const trace = traces.get(bundle) ?? new TraceMap(bundle.map);
  traces.set(bundle, trace);
  return trace;
}
