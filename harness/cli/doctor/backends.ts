import {appDefaults} from '../../extension/app-file.ts';
import type {Backend, BackendOption} from '../../server/backends.ts';
import {judgePreflight, warnPreflight} from '../../cases/cors-protocol.ts';
import {sendPreflight} from '../../server/probe.ts';
import {unreachable} from '../../server/problems.ts';
import {startServer} from '../../server/server.ts';
import {createSimulation} from '../../simulation/simulation.ts';
import type {AppOptions} from '../../world/app.ts';
import {type Finding, ok, type Patient, problem, warning} from './check.ts';
import {split} from './extension.ts';
import {pathsBelow, readSources} from './sources.ts';

/** Milliseconds that a backend may take for a preflight. */
const PATIENCE = 10_000;
/** More paths than these say nothing new. */
const MOST_PATHS = 5;

/** Reaches a backend as an extension with an opaque origin would, starting it where it is a command. */
export async function examineBackend(
  {folder}: Patient,
  [origin, option]: readonly [string, BackendOption],
  {app, path}: {app: AppOptions; path: string | undefined},
): Promise<readonly Finding[]> {
  const simulation = createSimulation({app: {...(await appDefaults(folder, app).catch(() => ({}))), ...app}});
  const server = await startServer();
  try {
    const gateway = await server.open(simulation, {backends: {[origin]: option}, app: simulation.world.app});
    const paths = path === undefined ? await calledPaths(folder, origin) : [path];
    const findings: Finding[] = [];
    for (const backend of gateway.backends) {
      if (paths.length === 0) findings.push(await preflight(backend, '/', true));
      for (const called of paths) findings.push(await preflight(backend, called, false));
    }
    return findings;
  } catch (error) {
    return [problem(...split(error))];
  } finally {
    await server.close();
    simulation.close();
  }
}

async function calledPaths(folder: string, origin: string): Promise<readonly string[]> {
  const sources = await readSources(folder).catch(() => []);
  return pathsBelow(origin, sources).slice(0, MOST_PATHS);
}

/** `guessed`: nothing tells that an extension calls this path, so that a backend may well not know it. */
async function preflight(backend: Backend, path: string, guessed: boolean): Promise<Finding> {
  const url = `${backend.origin}${path}`;
  const headers = new Headers({origin: 'null', authorization: 'Bearer none'});
  try {
    const {intended, answer} = await sendPreflight(backend, path, 'GET', headers, {timeout: PATIENCE});
    const refusal = judgePreflight(intended, answer);
    if (refusal === null) {
      const caveat = warnPreflight(intended, answer);
      return caveat === null
        ? ok(`${url} at ${backend.address}: a browser would let requests with a token pass`)
        : warning(`${url} passes in Chromium alone.`, caveat);
    }
    if (guessed && (answer.status === 404 || answer.status === 405)) {
      return warning(
        `${url} is reached; its preflight tells nothing: ${refusal}.`,
        'Name a path that your extension calls: --path /api/points.',
      );
    }
    return problem(
      `The preflight of GET ${url} would be refused by the browser: ${refusal}.`,
      'Answer OPTIONS with 204, Access-Control-Allow-Origin: * and Access-Control-Allow-Headers: Authorization.',
    );
  } catch (error) {
    const [text = '', ...next] = (await unreachable(backend, error)).split('\n');
    const start = `Start it, or have it started: --backend "${backend.origin}=node server.js".`;
    return problem(text, backend.command === null ? start : next.join('\n'));
  }
}
