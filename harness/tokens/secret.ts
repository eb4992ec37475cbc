import type {CryptoKey} from 'jose';
import {SimhostError} from '../errors.ts';

/**
 * The HMAC key of a client secret.
 *
 * Where code runs in a browser, anything it holds can be read by the page and everyone it talks to, so only secrets
 * listed in `published` are taken there.
 */
export async function importSecret(secret: string, {published}: {published: readonly string[]}): Promise<CryptoKey> {
  if (isBrowserRealm() && !published.includes(secret)) {
    throw new SimhostError('ERR_SECRET_IN_BROWSER', 'A client secret was given to simhost in a browser.', {
      next: 'Mint on the Node side (simhost/playwright, simhost dev), or leave the secret out to use the published test secret.',
    });
  }
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), {name: 'HMAC', hash: 'SHA-256'}, false, ['sign', 'verify']);
}

/** A page, worker or service worker; jsdom inside Node is not one. */
function isBrowserRealm(): boolean {
  return typeof (globalThis as {process?: {versions?: {node?: string}}}).process?.versions?.node !== 'string';
}
