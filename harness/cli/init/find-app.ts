import {basename} from 'node:path';
import {findWebCommand} from '../../node/app/web-file.ts';
import {readAppFile} from '../../node/extension/app-file.ts';
import {pathFrom} from '../../dev/copy/project-folder.ts';
import type {FoundBackend} from './find-backends.ts';
import type {PackageManager} from './package-manager.ts';
import type {AppPart} from './parts.ts';
import type {PackageJson} from './project-files.ts';

/** The facts about a project that its embedded app depends on. */
export interface AppFacts {
  readonly packages: PackageJson | null;
  readonly manager: Pick<PackageManager, 'run'>;
  readonly backends: readonly FoundBackend[];
}

/** The origin of an app whose file has no URL that a server can have. */
const PLACEHOLDER = 'https://app.example.com';

/** Scripts that serve what `build` has written. */
const SERVES_BUILD = /\b(?:react-router-serve|remix-serve|next start)\b|\b(?:build|dist)\//;

/** Finds the embedded app of a project, by its `shopify.app.toml`; `null` without one, or without a server. */
export async function findApp(root: string, facts: AppFacts): Promise<AppPart | null> {
  const file = await readAppFile(root).catch(() => null);
  if (file?.embedded !== true || file.dir !== root) return null;

  const server = builtServer(facts) ?? (await ofWebFile(root)) ?? startedServer(facts);
  if (server === null) return null;

  return {
    kind: 'app',
    folder: '.',
    name: file.name ?? basename(root),
    origin: originOf(file.applicationUrl),
    ...server,
  };
}

type Server = Pick<AppPart, 'command' | 'cwd' | 'build'>;

/** The server that serves a build, as in production. A dev server would load pages again while tests look at them. */
function builtServer({packages, manager}: AppFacts): Server | null {
  const {build = '', start = '', setup = ''} = packages?.scripts ?? {};
  if (build === '' || /\bshopify\b/.test(build) || !SERVES_BUILD.test(start)) return null;

  // The template generates the client of its database by this script.
  const steps = [...(/\bprisma\b/.test(setup) ? ['setup'] : []), 'build'];
  const commands = steps.map((name) => `${manager.run} ${name}`);
  return {command: `${manager.run} start`, cwd: '.', build: commands.join(' && ')};
}

async function ofWebFile(root: string): Promise<Server | null> {
  const web = await findWebCommand(root).catch(() => null);
  return web === null ? null : {command: web.command, cwd: pathFrom(root, web.dir), build: null};
}

function startedServer({backends}: AppFacts): Server | null {
  const [backend] = backends;
  return backend === undefined ? null : {command: backend.command, cwd: backend.folder, build: null};
}

/** Takes the origin of the app's file. Its server cannot have that of Shopify's own page. */
function originOf(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return PLACEHOLDER;
  const {origin, protocol, hostname} = new URL(url);
  return protocol === 'https:' && hostname !== 'shopify.dev' ? origin : PLACEHOLDER;
}
