import {resolve} from 'node:path';
import {SimhostError} from '../../errors.ts';
import type {Profile} from '../../core/cases/case.ts';
import {refuseWhatCannotBeArmed} from '../../core/cases/armed-cases.ts';
import {caseOf, readCaseId} from '../../core/cases/catalogue.ts';
import {expectationOf} from '../../core/cases/expectations.ts';
import type {ApiCall} from '../../core/simulation/extension-events.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {LocalGateway} from '../../node/server/local-gateway.ts';
import type {LoggedRequest} from '../../core/verdicts/logged-request.ts';
import type {BackendOption} from '../../node/server/backend-options.ts';
import {lineOfCall, testOfCase, testOfRequest, testOfSituation} from './copied-test.ts';
import {HOST_FIXTURE} from './copied-fixture.ts';
import type {CopiedFixture} from './copied-fixture.ts';
import {curlOf, type CurlContext} from './copied-curl.ts';
import {pathFrom, projectFolderOf} from './project-folder.ts';
import {Recording, type Take} from './recording.ts';
import type {ShownForCopy} from './shown-for-copy.ts';
import type {CopiedExtension, CopyContext} from './test-file.ts';
import {DRAWN_WORLD, type WrittenWorld} from './test-setup.ts';

interface CopiesOptions {
  readonly simulation: SimulationCore;
  readonly shown: () => readonly ShownForCopy[];
  /** The values that the command line and consoles have given to the world. Default: none. */
  readonly world?: WrittenWorld;
  readonly backends: Readonly<Record<string, BackendOption>>;
  readonly layout: string | undefined;
  /** The fixture of the test, and the folder from which its project is found. Default: extensions. */
  readonly page?: {readonly folder: string; readonly fixtureAt: (path: string) => CopiedFixture};
  /** The folder in which commands of backends run. */
  readonly cwd: string;
}

/** Milliseconds that the page has to say what it shows. */
const PATIENCE = 2000;

/** Writes what an author sees in `simhost dev` as tests. */
export class Copies {
  readonly #options: CopiesOptions;
  readonly #recording: Recording;

  constructor(options: CopiesOptions) {
    this.#options = options;
    this.#recording = new Recording({world: DRAWN_WORLD, ...options});
  }

  /** The extensions have started again. */
  restarted(): void {
    this.#recording.restarted();
  }

  /**
   * Finds the newest answered request of an extension whose URL has this part; the newest one without it.
   *
   * @throws {SimhostError} `ERR_NOTHING_TO_COPY`
   */
  find(part: string): LoggedRequest {
    const answered = this.#options.simulation.requests.entries.filter(
      ({outcome, method}) => method !== 'OPTIONS' && outcome !== 'pending' && outcome !== 'platform',
    );

    const found = answered.findLast(({url}) => url.includes(part));
    if (found !== undefined) return found;

    const urls = [...new Set(answered.map(({url}) => url))];
    throw new SimhostError(
      'ERR_NOTHING_TO_COPY',
      part === '' ? 'The extension has sent no request yet.' : `No request has "${part}" in its URL.`,
      {next: urls.length === 0 ? 'Use the extension, then copy again.' : `There are: ${urls.join(', ')}.`},
    );
  }

  /** Writes the test of a request. */
  async requestTest(request: LoggedRequest): Promise<string> {
    const take = this.#recording.takeUntil(request.id);
    return testOfRequest(request, take, await this.#context(take));
  }

  /**
   * Writes the test of a case: of the newest request that had it, else of the newest request to a backend, with the
   * case.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_CASE`, `ERR_CASE_NOT_ARMABLE`, or `ERR_NOTHING_TO_COPY` if no request was sent,
   *   or if the case leads to no answer of a backend
   */
  async caseTest(name: string, profile: Profile): Promise<string> {
    const id = readCaseId(name);
    const {entries} = this.#options.simulation.requests;
    const known = entries.findLast((request) => request.case === id && request.status !== null);
    if (known !== undefined) return this.requestTest(known);

    refuseWhatCannotBeArmed(id);
    const expected = expectationOf(caseOf(id), profile);
    if (expected === undefined) {
      throw new SimhostError('ERR_NOTHING_TO_COPY', `No backend answers because of ${id}.`, {
        next: 'Arm it, and copy what the page shows as a test.',
      });
    }

    const request = this.find('');
    const take = this.#recording.takeUntil(request.id);
    return testOfCase(id, expected.verdict, request, take, await this.#context(take));
  }

  /**
   * Writes the shell line that sends a request again.
   *
   * @throws {SimhostError} `ERR_NOTHING_TO_COPY` if it was not kept, or went to no backend
   */
  curl(
    request: LoggedRequest,
    {backends, sent}: Pick<LocalGateway, 'backends' | 'sent'>,
    kind: CurlContext['kind'],
  ): string {
    const {simulation} = this.#options;
    const backend = backends.find(({origin}) => new URL(origin).origin === new URL(request.url).origin);
    const was = sent(request.id);
    if (backend === undefined || was === undefined) {
      throw new SimhostError(
        'ERR_NOTHING_TO_COPY',
        `${request.method} ${request.url} cannot be sent by curl.`,
        {
          next: 'Copy one of the newest requests of an extension to a backend.',
        },
      );
    }

    return curlOf(request, {sent: was, backend: backend.address, kind, world: simulation.world});
  }

  /** Writes the line of a test that expects a call. */
  call(call: Pick<ApiCall, 'member' | 'args'>): string {
    return lineOfCall(call, this.#options.page?.fixtureAt('.'));
  }

  /**
   * Writes the test of what the first extension shows now; of the newest request on pages without extensions.
   *
   * @throws {SimhostError} `ERR_NOTHING_TO_COPY` if no page is open, or nothing was requested
   */
  async situationTest(): Promise<string> {
    const {simulation, shown, page} = this.#options;
    // The page of a Mini or a store is the author's own, and its newest request says what it shows.
    if (page !== undefined) return this.requestTest(this.find(''));

    const [first] = shown();
    const mount = simulation.pages.state().mounts.find(({handle}) => handle === first?.handle);
    if (first === undefined || mount === undefined || simulation.pages.size === 0) {
      throw new SimhostError('ERR_NOTHING_TO_COPY', 'No page is open.', {
        next: 'Open the address that simhost dev has printed.',
      });
    }

    const content = await simulation.pages.contentOf(mount.id, PATIENCE);
    const take = this.#recording.takeUntil(null);
    return testOfSituation({...first, content}, take, await this.#context(take));
  }

  async #context({start: {extensions}}: Take): Promise<CopyContext> {
    const {simulation, backends, layout, cwd, page} = this.#options;
    const shownFolder = page?.folder ?? extensions[0]?.folder ?? cwd;
    const root = await projectFolderOf(shownFolder);
    const {mounts} = simulation.pages.state();

    return {
      fixture: page?.fixtureAt(pathFrom(root, shownFolder)) ?? HOST_FIXTURE,
      extensions: extensions.map(({handle, folder, target, needsTarget, settings}): CopiedExtension => ({
        handle,
        folder: pathFrom(root, folder),
        target: needsTarget ? target : null,
        settings,
      })),
      backends: mapped(backends, {root, cwd}),
      layout,
      requests: simulation.requests.entries,
      handleOf: (mount) => mounts.find(({id}) => id === mount)?.handle,
    };
  }
}

/** Writes the folder in which each command runs as a test does: relative to the config, unless it is that folder. */
function mapped(
  backends: CopiesOptions['backends'],
  {root, cwd}: {readonly root: string; readonly cwd: string},
): CopyContext['backends'] {
  const entries = Object.entries(backends).map(([origin, backend]) => {
    if (typeof backend !== 'object' || !('command' in backend)) return [origin, backend];

    const {cwd: own = '.', ...rest} = backend;
    const folder = pathFrom(root, resolve(cwd, own));
    return [origin, folder === '.' ? rest : {...rest, cwd: folder}];
  });

  return Object.fromEntries(entries) as CopyContext['backends'];
}
