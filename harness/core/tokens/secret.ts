import type {CryptoKey} from 'jose';
import {SimhostError} from '../../errors.ts';

/** The secrets that are allowed in a browser, and the option of the checked one. */
export interface SecretRule {
  readonly published: readonly string[];
  /** The option that held the secret, for the error. */
  readonly option?: string;
}

/**
 * Imports the HMAC key of a client secret.
 *
 * @throws {SimhostError} `ERR_SECRET_IN_BROWSER`
 */
export async function importSecret(
  secret: string,
  rule: SecretRule,
  hash: HmacHash = 'SHA-256',
): Promise<CryptoKey> {
  refuseSecretInBrowser(secret, rule);
  // Web Crypto takes no empty key; HMAC fills keys up with zero bytes, so one of them is the same key.
  const bytes = new TextEncoder().encode(secret === '' ? '\0' : secret);
  return crypto.subtle.importKey('raw', bytes, {name: 'HMAC', hash}, false, ['sign', 'verify']);
}

export type HmacHash = 'SHA-256' | 'SHA-384' | 'SHA-512';

/**
 * Refuses a secret in a browser, unless it is listed in `published`. The page, and everyone that it talks to, can
 * read anything that code in a browser holds.
 *
 * @throws {SimhostError} `ERR_SECRET_IN_BROWSER`
 */
export function refuseSecretInBrowser(secret: string, {published, option}: SecretRule): void {
  if (!isBrowserRealm() || published.includes(secret)) return;
  const source = option === undefined ? '' : ` (option ${option})`;

  throw new SimhostError(
    'ERR_SECRET_IN_BROWSER',
    `A client secret was given to simhost in a browser${source}.`,
    {
      next: 'Mint in Node (simhost/playwright, simhost dev), or leave the secret out to use the published test secret.',
    },
  );
}

/** Whether the code runs in a page, worker or service worker. jsdom inside Node is not one. */
function isBrowserRealm(): boolean {
  return typeof (globalThis as {process?: {versions?: {node?: string}}}).process?.versions?.node !== 'string';
}
