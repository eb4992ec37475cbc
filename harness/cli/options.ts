import {SimhostError} from '../errors.ts';
import type {BackendOption} from '../server/backends.ts';
import type {AppOptions} from '../world/app.ts';
import {PUBLISHED_MINIS_API_KEY} from '../world/minis.ts';
import type {MinisOptions} from '../world/minis.ts';
import type {CustomerOption} from '../world/people.ts';

export interface CredentialFlags {
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

/** The app's credentials: flags first, then Shopify's own variables, then the published test values. */
export function appFromEnvironment(flags: CredentialFlags): AppOptions {
  const clientId = flags.clientId ?? variable('SHOPIFY_API_KEY');
  const clientSecret = flags.clientSecret ?? variable('SHOPIFY_API_SECRET');
  return {...(clientId === undefined ? {} : {clientId}), ...(clientSecret === undefined ? {} : {clientSecret})};
}

/** Where each credential comes from, fit to be written. */
export function credentialSources({clientId, clientSecret}: CredentialFlags): {clientId: string; clientSecret: string} {
  return {
    clientId: clientId === undefined ? sourceOf('SHOPIFY_API_KEY') : '--client-id',
    clientSecret: clientSecret === undefined ? sourceOf('SHOPIFY_API_SECRET') : '--secret',
  };
}

/** A Mini's API key: Shopify's own variable, else the published one. */
export function minisFromEnvironment(): MinisOptions {
  const apiKey = variable('SHOP_MINIS_API_KEY');
  return apiKey === undefined ? {} : {apiKey};
}

/** The Mini's API key as a backend needs it, where it is public; else where it comes from. */
export function minisKeySource(): string {
  return variable('SHOP_MINIS_API_KEY') === undefined ? PUBLISHED_MINIS_API_KEY : 'SHOP_MINIS_API_KEY';
}

export function customerByName(name: string): CustomerOption {
  return name === 'guest' ? null : (name as CustomerOption);
}

/** `https://myapp.com=http://127.0.0.1:3000` or `https://myapp.com=node server.js`. */
export function readBackend(text: string): [string, BackendOption] {
  const [, origin, value] = /^(https?:\/\/[^=]+)=(.+)$/s.exec(text) ?? [];
  if (origin !== undefined && value !== undefined) return [origin, /^https?:\/\//.test(value) ? value : {command: value}];
  throw new SimhostError('ERR_BAD_BACKEND', `Not a backend: ${text}`, {
    next: 'Give --backend "https://myapp.com=http://127.0.0.1:3000" or --backend "https://myapp.com=node server.js".',
  });
}

/** 0 is any free port. */
export function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port < 65_536) return port;
  throw new SimhostError('ERR_BAD_PORT', `Not a port: ${text}.`, {
    next: 'Give a number from 1 to 65535, or leave --port out for a free one.',
  });
}

function sourceOf(name: string): string {
  return variable(name) === undefined ? 'the published test value' : name;
}

/** A variable that is set to nothing counts as not set. */
function variable(name: string): string | undefined {
  return process.env[name] || undefined;
}
