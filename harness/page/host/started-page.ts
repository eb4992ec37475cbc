import type {SandboxWorkers} from './sandbox-worker.ts';

/** The objects that the page's first script leaves to its module. */
export interface StartedPage {
  readonly workers: SandboxWorkers;
}

/** Takes these objects, so that nothing else on the page finds them. */
export function takeStarted(): StartedPage {
  const scope = globalThis as {simhost?: StartedPage};
  const started = scope.simhost;
  delete scope.simhost;
  if (started === undefined) throw new Error("The page's first script has not run.");
  return started;
}
