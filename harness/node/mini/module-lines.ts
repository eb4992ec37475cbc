import {relative, sep} from 'node:path';
import {type EncodedSourceMap, originalPositionFor, TraceMap} from '@jridgewell/trace-mapping';
import type {ScriptFrame} from '../../core/simulation/script-frames.ts';

/** The part of a dev server of Vite that knows its modules. */
export interface ModuleServer {
  readonly moduleGraph: {
    getModuleByUrl(url: string): Promise<
      | {
          /** The absolute path of the source. */
          readonly file: string | null;
          readonly transformResult: {readonly map: unknown} | null;
        }
      | undefined
    >;
  };
}

/**
 * Finds the first frame that is in the Mini's own sources, as `src/App.tsx:14:30`. Frames of packages are left out.
 * Returns `null` without such a frame.
 */
export async function moduleLine(
  {dir, origin, server}: {readonly dir: string; readonly origin: string; readonly server: ModuleServer},
  frames: readonly ScriptFrame[],
): Promise<string | null> {
  for (const {url, line, column} of frames) {
    if (url.origin !== origin) continue;

    const served = await server.moduleGraph.getModuleByUrl(`${url.pathname}${url.search}`);
    const path = served?.file == null ? '' : relative(dir, served.file).split(sep).join('/');
    if (path === '' || path.startsWith('..') || path.includes('node_modules/')) continue;

    const found = positionIn(served?.transformResult?.map, line, column);
    if (found !== null) return `${path}:${found}`;
  }

  return null;
}

/** Returns line and column of the source; those of the served script if it has no map. */
function positionIn(map: unknown, line: number, column: number): string | null {
  if (typeof map !== 'object' || map === null || !('mappings' in map) || map.mappings === '')
    return `${line}:${column}`;

  const found = originalPositionFor(new TraceMap(map as EncodedSourceMap), {line, column: column - 1});
  return found.source === null ? null : `${found.line}:${found.column + 1}`;
}
