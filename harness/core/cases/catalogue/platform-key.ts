import {base64url} from 'jose';
import {VTEX_TEST_PUBLIC_KEY} from '../../platforms/vtex/vtex-test-key.ts';
import {
  FORGER_EC,
  FORGER_EC_CERTIFICATE,
  FORGER_RSA,
  FORGER_RSA_CERTIFICATE,
  publicOf,
} from '../../tokens/forger-keys.ts';
import type {Bytes} from '../../tokens/forgery.ts';
import type {Case, CaseContext, TokenMutation} from '../case.ts';
import {EITHER, forAllProfiles, forProfiles, REFUSE} from '../expectations.ts';
import {FORGER_KIDS, forgerAddress} from '../forger-files.ts';
import {token} from '../mechanisms.ts';
import {pem} from '../pem.ts';
import {APP_SIGNED, only} from '../profile-groups.ts';
import {compose, header, signature, signedBy} from '../token-mutations.ts';
import {ASK_VTEX_ID, PIN_ALGORITHM} from './fixes.ts';
import {EC_FORGER, OTHER_SECRET, RSA_FORGER} from './strangers.ts';

const NO_FETCH = 'Never fetch a key from an address in the token.';
const NO_LOOKUP = 'Look up keys in a fixed table, never by a path, query or command made from kid.';
const ES256_SIGNED = only(['vtex'], 'the platform signs such tokens with a shared secret');

/** Keys that the token names or brings along, and what goes wrong with signatures of two numbers (ES256). */
export const PLATFORM_KEY: Readonly<Record<string, Case>> = {
  'es256-zero': {
    title: 'both numbers of the signature are zero',
    expects: forProfiles(ES256_SIGNED, REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2022-21449 (psychic signatures)',
    fix: ASK_VTEX_ID,
    mechanism: token(signature((bytes) => new Uint8Array(bytes.length))),
  },
  'es256-order': {
    title: 'both numbers of the signature equal the order of the curve, which counts as zero',
    expects: forProfiles(ES256_SIGNED, REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2022-21449, its variants; Wycheproof ES256',
    fix: ASK_VTEX_ID,
    mechanism: token(signature(() => Uint8Array.from([...P256_ORDER, ...P256_ORDER]))),
  },
  'es256-one': {
    title: 'both numbers of the signature are one',
    expects: forProfiles(ES256_SIGNED, REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'Wycheproof ES256',
    fix: ASK_VTEX_ID,
    mechanism: token(signature(() => Uint8Array.from({length: 64}, (_, at) => (at % 32 === 31 ? 1 : 0)))),
  },
  'es256-der': {
    title: 'the right signature is encoded as DER instead of 64 bytes',
    expects: forProfiles(ES256_SIGNED, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7518 3.4',
    fix: ASK_VTEX_ID,
    mechanism: token(signature(der)),
  },
  'es256-half': {
    title: 'the signature has only the first of its two numbers',
    expects: forProfiles(ES256_SIGNED, REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'RFC 7518 3.4 (64 bytes)',
    fix: ASK_VTEX_ID,
    mechanism: token(signature((bytes) => bytes.slice(0, 32))),
  },
  'es256-negated': {
    title: 'the second number of the signature is negated, which is also valid',
    expects: forProfiles(ES256_SIGNED, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'ECDSA malleability',
    fix: 'Either answer is fine; remember jti rather than the token string.',
    mechanism: token(signature(negated)),
  },
  'hmac-public-key': {
    title: "the token is signed with HS256, and the platform's public key is the secret",
    expects: forProfiles(only(['vtex'], 'hmac-rsa-pub covers the other kinds'), REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2016-10555; CVE-2022-29217; jwt_tool -X k',
    fix: PIN_ALGORITHM,
    mechanism: token({
      PEM: hmac(publicPem(VTEX_TEST_PUBLIC_KEY)),
      'PEM without the line break': hmac(publicPem(VTEX_TEST_PUBLIC_KEY).trimEnd()),
      JWK: hmac(JSON.stringify(VTEX_TEST_PUBLIC_KEY)),
      'x alone': hmac(VTEX_TEST_PUBLIC_KEY.x ?? ''),
    }),
  },
  'hmac-rsa-pub': {
    title: 'the token is signed with HS256, and a public key in PEM is the secret',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2016-10555; CVE-2022-29217; jwt_tool -X k',
    fix: PIN_ALGORITHM,
    mechanism: token({
      'EC key': hmac(publicPem(publicOf(FORGER_EC))),
      certificate: hmac(pem('CERTIFICATE', FORGER_RSA_CERTIFICATE)),
    }),
  },
  'kid-traversal': {
    title: 'kid is a path to a file with known contents',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'PortSwigger JWT lab 6; jwt_tool -I',
    fix: NO_LOOKUP,
    mechanism: token({
      'empty file': compose(hmac(''), header({kid: '../../../../../../dev/null'})),
      'zero bytes': compose(hmac('\0'), header({kid: '/dev/zero'})),
      'known file': compose(
        hmac('2\n'),
        header({kid: '../../../../../../proc/sys/kernel/randomize_va_space'}),
      ),
      'with a scheme': compose(hmac(''), header({kid: 'file:///dev/null'})),
      encoded: compose(hmac(''), header({kid: '..%2f..%2f..%2fdev%2fnull'})),
    }),
  },
  'kid-sql': {
    title: 'kid is SQL that returns a chosen key',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'jwt_tool playbook; CWE-89',
    fix: NO_LOOKUP,
    mechanism: token({
      union: compose(hmac('forged'), header({kid: "x' UNION SELECT 'forged'-- -"})),
      'or true': compose(hmac('forged'), header({kid: "' OR '1'='1"})),
      object: compose(hmac('forged'), header({kid: {$gt: ''}})),
    }),
  },
  'kid-command': {
    title: 'kid contains a shell command',
    expects: forProfiles(APP_SIGNED, EITHER),
    class: 'anyone',
    severity: 'critical',
    source: 'jwt_tool playbook; CWE-78',
    fix: NO_LOOKUP,
    mechanism: token({
      semicolon: header({kid: 'key;id'}),
      pipe: header({kid: '|id'}),
      dollar: header({kid: '$(id)'}),
    }),
  },
  'kid-prototype': {
    title: 'kid names a member that every object has',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'key tables that are plain objects',
    fix: 'Keep keys in a Map, or use Object.hasOwn.',
    mechanism: token({
      constructor: compose(hmac(''), header({kid: 'constructor'})),
      prototype: compose(hmac(''), header({kid: '__proto__'})),
      toString: compose(hmac('undefined'), header({kid: 'toString'})),
    }),
  },
  'kid-unknown': {
    title: "kid names an unknown key, and a stranger's key signed the token",
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 4.1.4',
    fix: 'Answer 401 if the key is unknown; never fall back to another key.',
    mechanism: token({
      ES256: compose(signedBy(EC_FORGER), header({kid: 'F'.repeat(40)})),
      RS256: compose(signedBy(RSA_FORGER), header({kid: 'F'.repeat(40)})),
    }),
  },
  'kid-good-key-wrong': {
    title: "kid names the platform's key, and a stranger's key signed the token",
    expects: forProfiles(ES256_SIGNED, REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 5.2',
    fix: ASK_VTEX_ID,
    mechanism: token((good) => ({...good, key: EC_FORGER})),
  },
  'kid-missing': {
    title: "the platform's token has no kid",
    expects: forProfiles(only(['vtex'], 'these tokens have no kid'), EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 4.1.4 (optional)',
    fix: 'Either answer is fine.',
    mechanism: token(header({kid: undefined})),
  },
  'kid-not-a-text': {
    title: 'kid is not a string',
    expects: forProfiles(APP_SIGNED, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 4.1.4 (a string)',
    fix: 'If there is only one key, ignore kid; if there are several, answer 401.',
    mechanism: token({
      number: header({kid: 1}),
      null: header({kid: null}),
      list: header({kid: ['a']}),
      object: header({kid: {}}),
    }),
  },
  'jku-fetch': {
    title: "a stranger's key signed the token, and jku says where to fetch it",
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'PortSwigger JWT lab 5; jwt_tool -X s; RFC 8725 3.10',
    fix: NO_FETCH,
    needs: 'forgerServer',
    mechanism: token({
      ES256: compose(signedBy(EC_FORGER), jku('EC')),
      RS256: compose(signedBy(RSA_FORGER), jku('RSA')),
      'user name': compose(
        signedBy(EC_FORGER),
        jku('EC', (address, trusted) => address.replace('//', `//${trusted}@`)),
      ),
      fragment: compose(
        signedBy(EC_FORGER),
        jku('EC', (address, trusted) => `${address}#https://${trusted}`),
      ),
    }),
  },
  'jku-inner': {
    title: "jku is an address inside the backend's network",
    expects: forProfiles(APP_SIGNED, EITHER),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 8725 3.10 (server-side request forgery)',
    fix: NO_FETCH,
    mechanism: token({
      metadata: header({jku: 'http://169.254.169.254/latest/meta-data/'}),
      file: header({jku: 'file:///etc/passwd'}),
    }),
  },
  'x5u-fetch': {
    title: "a stranger's key signed the token, and x5u says where to fetch its certificate",
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 4.1.5; RFC 8725 3.10',
    fix: NO_FETCH,
    needs: 'forgerServer',
    mechanism: token({
      ES256: compose(signedBy(EC_FORGER), x5u('/ec.pem')),
      RS256: compose(signedBy(RSA_FORGER), x5u('/rsa.pem')),
    }),
  },
  'x5c-embedded': {
    title: "a stranger's key signed the token, and x5c contains its certificate",
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2018-0114 and its kin; RFC 7515 4.1.6',
    fix: 'Never take a key from the token.',
    mechanism: token({
      ES256: compose(signedBy(EC_FORGER), header({x5c: [FORGER_EC_CERTIFICATE]})),
      RS256: compose(signedBy(RSA_FORGER), header({x5c: [FORGER_RSA_CERTIFICATE]})),
    }),
  },
  'x5c-garbage': {
    title: 'x5c is not a certificate',
    expects: forProfiles(APP_SIGNED, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 4.1.6',
    fix: 'Either answer is fine; a parser that throws must not cause a 500.',
    mechanism: token({
      word: header({x5c: ['garbage']}),
      'not a list': header({x5c: 'garbage'}),
      empty: header({x5c: []}),
    }),
  },
  'jwk-private': {
    title: "jwk contains a stranger's private key",
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'CVE-2018-0114; RFC 7515 4.1.3 (public)',
    fix: 'Never take a key from the token.',
    mechanism: token(compose(signedBy(EC_FORGER), header({jwk: FORGER_EC}))),
  },
  'jwk-embedded': {
    title: "the token is signed with a stranger's key, and jwk contains its public half",
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2018-0114; jwt_tool -X i; Wycheproof tc 32',
    fix: 'Never take a key from the token.',
    mechanism: token({
      RS256: compose(signedBy(RSA_FORGER), header({jwk: publicOf(FORGER_RSA)})),
      ES256: compose(signedBy(EC_FORGER), header({jwk: publicOf(FORGER_EC)})),
    }),
  },
  'jwk-symmetric': {
    title: 'the token is signed with a secret that it carries in jwk',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2018-0114',
    fix: 'Never take a key from the token.',
    mechanism: token(
      compose(
        signedBy({alg: 'HS256', secret: OTHER_SECRET}),
        header({jwk: {kty: 'oct', k: base64url.encode(OTHER_SECRET), alg: 'HS256'}}),
      ),
    ),
  },
};

/** The address of the stranger's keys, perhaps disguised as one that the backend trusts. */
function jku(
  kind: keyof typeof FORGER_KIDS,
  dress: (address: string, trusted: string) => string = (address) => address,
): TokenMutation {
  return (good, context) => {
    const address = dress(forgerAddress(context, '/jwks.json'), trustedHost(context));
    return {...good, header: {...good.header, jku: address, kid: FORGER_KIDS[kind]}};
  };
}

function x5u(path: '/ec.pem' | '/rsa.pem'): TokenMutation {
  return (good, context) => ({...good, header: {...good.header, x5u: forgerAddress(context, path)}});
}

function trustedHost({profile, world}: CaseContext): string {
  return profile === 'vtex' ? 'vtexid.vtex.com.br' : world.shop.domain;
}

function hmac(secret: string): TokenMutation {
  return signedBy({alg: 'HS256', secret});
}

const P256_ORDER = Uint8Array.from(
  'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'.match(/../g) ?? [],
  (digits) => Number.parseInt(digits, 16),
);

/** ASN.1: a sequence of two whole numbers. */
function der(bytes: Bytes): Bytes {
  const numbers = [bytes.slice(0, 32), bytes.slice(32)].flatMap((number) => {
    const start = number.findIndex((byte) => byte !== 0);
    const digits = [...number.slice(start === -1 ? 31 : start)];
    const positive = (digits[0] ?? 0) > 0x7f ? [0, ...digits] : digits;
    return [0x02, positive.length, ...positive];
  });

  return Uint8Array.from([0x30, numbers.length, ...numbers]);
}

/** s becomes n - s. */
function negated(bytes: Bytes): Bytes {
  const number = (digits: Uint8Array): bigint => digits.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const s = number(P256_ORDER) - number(bytes.slice(32));
  return Uint8Array.from([
    ...bytes.slice(0, 32),
    ...Array.from({length: 32}, (_, at) => Number((s >> BigInt(8 * (31 - at))) & 0xffn)),
  ]);
}

/** The key of a P-256 JWK as `openssl` writes public keys. */
function publicPem({x = '', y = ''}: {x?: string | undefined; y?: string | undefined}): string {
  const spki = '3059301306072a8648ce3d020106082a8648ce3d03010703420004'.match(/../g) ?? [];
  const bytes = Uint8Array.from([
    ...spki.map((digits) => Number.parseInt(digits, 16)),
    ...base64url.decode(x),
    ...base64url.decode(y),
  ]);

  return pem('PUBLIC KEY', btoa(String.fromCharCode(...bytes)));
}
