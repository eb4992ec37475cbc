import type {BrowserContext} from '@playwright/test';
import {once} from '../../once.ts';
import {scriptFrames, servedPosition as servedLine} from '../../core/simulation/script-frames.ts';
import type {ScriptFrame} from '../../core/simulation/script-frames.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {reportingScript} from './reported-requests.ts';
import type {ReportedRequest} from './reported-requests.ts';

const BINDING = 'simhostRequested';

/** Returns the position in the author's code for a stack of scripts, or `null` if it is not known. */
export type PositionOf = (frames: readonly ScriptFrame[]) => string | null;

/** Gives the requests of a context's pages their lines in the log. */
export async function followRequestLines(
  context: BrowserContext,
  {requests}: SimulationCore,
  positionOf: PositionOf,
): Promise<void> {
  await context.exposeBinding(BINDING, (_source, request: ReportedRequest) => {
    const source = (): string | null => positionOf(scriptFrames(request.stack));
    requests.asked({...request, refused: null}, {mount: null, source: once(source)});
  });
  await context.addInitScript({content: reportingScript(BINDING)});
}

/** Names the line of the script as it was served: `/app.js:12:7`, or with its host if that is another one. */
export function servedPosition(origin: string): PositionOf {
  return ([first]) => (first === undefined ? null : servedLine(first, origin));
}
