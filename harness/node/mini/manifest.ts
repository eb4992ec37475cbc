import {readFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {exists} from '../extension/packages.ts';

/** The fields of a Mini's `manifest.json` that the Shop app reads. */
export interface MiniManifest {
  readonly path: string;
  readonly name: string;
  readonly handle: string;
  readonly scopes: readonly string[];
  /** The domains that the Mini may send requests to, some with a path. */
  readonly trustedDomains: readonly string[];
}

/** The paths of the manifest in a Mini's folder. */
const MANIFEST_PATHS = ['src/manifest.json', 'manifest.json'];

/** @throws {SimhostError} `ERR_NO_MANIFEST`, `ERR_BAD_MANIFEST` */
export async function readManifest(dir: string): Promise<MiniManifest> {
  const path = await findManifest(dir);
  if (path !== null) return readManifestFile(path);
  throw new SimhostError(
    'ERR_NO_MANIFEST',
    `There is no Mini in ${dir}: neither ${MANIFEST_PATHS.join(' nor ')} exists.`,
    {
      next: "Name the Mini's own folder.",
    },
  );
}

export async function findManifest(dir: string): Promise<string | null> {
  for (const place of MANIFEST_PATHS) if (await exists(join(dir, place))) return join(dir, place);
  return null;
}

export async function readManifestFile(path: string): Promise<MiniManifest> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new SimhostError('ERR_NO_MANIFEST', `The manifest ${path} cannot be read.`, {
      next: 'Check the path.',
      cause,
    });
  });

  const manifest = parsed(path, text);
  const {name, handle = '', scopes, trusted_domains: trusted} = manifest;
  if (typeof name !== 'string') throw wrong(path, 'has no "name"');

  return {
    path: relative(process.cwd(), path),
    name,
    handle: typeof handle === 'string' && handle !== '' ? handle : handleOf(name),
    scopes: texts(path, 'scopes', scopes),
    trustedDomains: texts(path, 'trusted_domains', trusted).map((domain) => readDomain(path, domain)),
  };
}

function parsed(path: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (cause) {
    throw wrong(path, `is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`);
  }

  throw wrong(path, 'is not a JSON object');
}

function texts(path: string, key: string, value: unknown = []): readonly string[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw wrong(path, `has a "${key}" that is not a list of strings`);
}

/** Matches a host, with an optional `*.` before it and an optional port and path behind it. */
function readDomain(path: string, domain: string): string {
  if (/^(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*(?::\d+)?(?:\/\S*)?$/i.test(domain)) return domain;
  throw wrong(
    path,
    `has the trusted domain "${domain}": give a host without scheme, for example "api.example.org" or ` +
      '"api.example.org/v1"',
  );
}

function handleOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
}

function wrong(path: string, why: string): SimhostError {
  return new SimhostError('ERR_BAD_MANIFEST', `${path} ${why}.`, {
    next: 'See https://shopify.dev/docs/api/shop-minis/manifest-file.',
  });
}
