import type {BrowserContext} from '@playwright/test';
import {once} from '../../core/simulation/once.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {reportingScript} from './reported-requests.ts';
import type {ReportedRequest} from './reported-requests.ts';

const BINDING = 'simhostRequested';

/** A frame of a stack, by the URL of its script. */
export interface ScriptFrame {
  readonly url: URL;
  readonly line: number;
  readonly column: number;
}

/** Returns the position in the author's code for a stack of scripts, or `null` if it is not known. */
export type PositionOf = (frames: readonly ScriptFrame[]) => string | null;

/** Gives the requests of a context's pages their lines in the log. */
export async function followRequestLines(
  context: BrowserContext,
  {requests}: SimulationCore,
  positionOf: PositionOf,
): Promise<void> {
  await context.exposeBinding(BINDING, (_source, request: ReportedRequest) => {
    const source = (): string | null => positionOf(framesOf(request.stack));
    requests.asked({...request, refused: null}, {mount: null, source: once(source)});
  });
  await context.addInitScript({content: reportingScript(BINDING)});
}

/** Names the line of the script as it was served: `/app.js:12:7`, or with its host if that is another one. */
export function servedPosition(origin: string): PositionOf {
  return ([first]) => {
    if (first === undefined) return null;
    const {url, line, column} = first;
    return `${url.origin === origin ? '' : url.host}${url.pathname}:${line}:${column}`;
  };
}

function framesOf(stack: string): ScriptFrame[] {
  return [...stack.matchAll(/(https?:\/\/[^\s()]+):(\d+):(\d+)\)?$/gm)].flatMap(
    ([, url = '', line, column]) =>
      URL.canParse(url) ? [{url: new URL(url), line: Number(line), column: Number(column)}] : [],
  );
}
