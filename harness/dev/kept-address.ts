import {lstat, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {cacheFolder} from '../node/extension/cache-folder.ts';
import {hashOf} from '../node/extension/content-hash.ts';
import {replaceFile} from '../node/extension/replace-file.ts';
import type {LocalGateway} from '../node/server/local-gateway.ts';
import {SimhostError} from '../errors.ts';

/** The port and the id in the address of a page of `simhost dev`. */
export interface DevAddress {
  readonly port: number;
  /** Unguessable: it gives control over the simulation. */
  readonly id: string;
}

/** Reads the address that `simhost dev` had for these folders; `null` if there is none, or if others could read it. */
export async function readAddress(folders: readonly string[]): Promise<DevAddress | null> {
  const path = await addressFile(folders);
  if (!(await isPrivate(path))) return null;

  const text = await readFile(path, 'utf8').catch(() => '');
  const [, port, id] = /^(\d{4,5}) ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\n$/.exec(text) ?? [];
  if (port === undefined || id === undefined || Number(port) > 65_535) return null;

  return {port: Number(port), id};
}

/**
 * Keeps the address for the next start in a file that only its owner may read. Does nothing if the cache is
 * read-only.
 */
export async function keepAddress(folders: readonly string[], {port, id}: DevAddress): Promise<void> {
  await replaceFile(await addressFile(folders), `${port} ${id}\n`, {mode: 0o600}).catch(() => undefined);
}

/** Opens at a port with an id of an earlier start; without an id, the gateway draws one. */
export type OpenAt = (address: {readonly port: number; readonly id?: string}) => Promise<LocalGateway>;

/**
 * Opens the gateway at the address that these folders had before, so that open tabs and bookmarks stay valid.
 *
 * @param port of `--port`; 0 is any free one, and is not kept
 * @throws {SimhostError} `ERR_PORT_BUSY` for a port that was asked for
 */
export async function openAtKeptAddress(
  folders: readonly string[],
  port: number | undefined,
  openAt: OpenAt,
): Promise<LocalGateway> {
  if (port === 0) return openAt({port});

  const before = await readAddress(folders);
  const gateway = await (port === undefined
    ? openAtOrElsewhere(before, openAt)
    : openAt({port, ...idOf(before)}));

  await keepAddress(folders, {port: Number(new URL(gateway.url).port), id: gateway.id});
  return gateway;
}

async function openAtOrElsewhere(before: DevAddress | null, openAt: OpenAt): Promise<LocalGateway> {
  if (before !== null) {
    try {
      return await openAt(before);
    } catch (error) {
      if (!(error instanceof SimhostError) || error.code !== 'ERR_PORT_BUSY') throw error;
    }
  }

  // An old tab may have sent the old id to the program that has the port now.
  return openAt({port: 0});
}

function idOf(address: DevAddress | null): {readonly id?: string} {
  return address === null ? {} : {id: address.id};
}

async function addressFile(folders: readonly string[]): Promise<string> {
  const [first = '.'] = folders;
  return join(await cacheFolder(first), `dev-${hashOf(folders.join('\0'))}`);
}

async function isPrivate(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isFile() !== true) return false;
  return process.platform === 'win32' || (found.uid === process.geteuid?.() && (found.mode & 0o077) === 0);
}
