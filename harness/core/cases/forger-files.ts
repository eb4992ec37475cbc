import {
  FORGER_EC,
  FORGER_EC_CERTIFICATE,
  FORGER_RSA,
  FORGER_RSA_CERTIFICATE,
  publicOf,
} from '../tokens/forger-keys.ts';
import type {CaseContext} from './case.ts';
import {pem} from './pem.ts';

/** A file that a forger's server gives out, for example a key set. */
export interface ForgerFile {
  /** Media type. */
  readonly type: string;
  /** The content. */
  readonly text: string;
}

/** The path of a forger's file. */
export type ForgerPath = '/jwks.json' | '/ec.pem' | '/rsa.pem';

export const FORGER_KIDS: Readonly<Record<'EC' | 'RSA', string>> = {EC: 'forged-ec', RSA: 'forged-rsa'};

const KEY_SET = {
  keys: [
    {...publicOf(FORGER_EC), kid: FORGER_KIDS.EC, alg: 'ES256', use: 'sig'},
    {...publicOf(FORGER_RSA), kid: FORGER_KIDS.RSA, alg: 'RS256', use: 'sig'},
  ],
};

const CERTIFICATE = 'application/x-pem-file';

/** The files of a stranger's server by path: the keys that sign forged tokens, and their certificates. */
export const FORGER_FILES: Readonly<Record<ForgerPath, ForgerFile>> = {
  '/jwks.json': {type: 'application/json', text: JSON.stringify(KEY_SET)},
  '/ec.pem': {type: CERTIFICATE, text: pem('CERTIFICATE', FORGER_EC_CERTIFICATE)},
  '/rsa.pem': {type: CERTIFICATE, text: pem('CERTIFICATE', FORGER_RSA_CERTIFICATE)},
};

/** Where a backend can fetch a file; without a server that gives it out, the address itself holds it. */
export function forgerAddress({forgerServer}: Pick<CaseContext, 'forgerServer'>, path: ForgerPath): string {
  const {type, text} = FORGER_FILES[path];
  return forgerServer === undefined
    ? `data:${type},${encodeURIComponent(text)}`
    : new URL(path, forgerServer).href;
}
