import {base64url} from 'jose';
import {
  FORGER_EC,
  FORGER_EC_CERTIFICATE,
  FORGER_RSA,
  FORGER_RSA_CERTIFICATE,
  publicOf,
} from '../tokens/forger-keys.ts';
import type {Bytes} from '../tokens/forgery.ts';
import type {TokenKey} from '../tokens/key.ts';
import {sessionToken} from '../platforms/shopify/session-token.ts';
import {VTEX_TEST_PUBLIC_KEY} from '../platforms/vtex/vtex-test-key.ts';
import {adminToken, appKeyToken, shopperToken} from '../platforms/vtex/vtex-tokens.ts';
import type {TokenMutation, Case, CaseFacts} from './case.ts';
import {ACCEPT, APP_SIGNED, EITHER, FORBID, REFUSE, forAllProfiles, forProfiles} from './expect.ts';
import {FORGER_KIDS, forgerAddress} from './forger-files.ts';
import {replacedBy, compose, claims, header, expiringIn, signature, signedBy, token} from './make.ts';
import {pem} from './pem.ts';
import {beside, request, withHeaders} from './send.ts';

const ASK = 'Ask VTEX ID (credential/validate) about every token; never decode it yourself.';
const NO_FETCH = 'Never fetch a key from an address in the token.';
const NO_LOOKUP = 'Look up keys in a fixed table, never by a path, query or command made from kid.';
const ES256_ALONE = 'the platform signs such tokens with a shared secret';
const OWN_ACCOUNT = 'accounts belong to VTEX';
const EC_FORGER: TokenKey = {alg: 'ES256', jwk: FORGER_EC};
const RSA_FORGER: TokenKey = {alg: 'RS256', jwk: FORGER_RSA};

/** Keys that the token names or brings along, and what goes wrong with signatures of two numbers (ES256). */
export const PLATFORM_KEY: Readonly<Record<string, Case>> = {
  'es256-zero': {
    title: 'both numbers of the signature are zero',
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: ES256_ALONE,
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2022-21449 (psychic signatures)',
    fix: ASK,
    mechanism: token(signature((bytes) => new Uint8Array(bytes.length))),
  },
  'es256-order': {
    title: 'both numbers of the signature equal the order of the curve, which counts as zero',
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: ES256_ALONE,
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2022-21449, its variants; Wycheproof ES256',
    fix: ASK,
    mechanism: token(signature(() => Uint8Array.from([...P256_ORDER, ...P256_ORDER]))),
  },
  'es256-one': {
    title: 'both numbers of the signature are one',
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: ES256_ALONE,
    class: 'anyone',
    severity: 'high',
    source: 'Wycheproof ES256',
    fix: ASK,
    mechanism: token(signature(() => Uint8Array.from({length: 64}, (_, at) => (at % 32 === 31 ? 1 : 0)))),
  },
  'es256-der': {
    title: 'the right signature is encoded as DER instead of 64 bytes',
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: ES256_ALONE,
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7518 3.4',
    fix: ASK,
    mechanism: token(signature(der)),
  },
  'es256-half': {
    title: 'the signature has only the first of its two numbers',
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: ES256_ALONE,
    class: 'anyone',
    severity: 'high',
    source: 'RFC 7518 3.4 (64 bytes)',
    fix: ASK,
    mechanism: token(signature((bytes) => bytes.slice(0, 32))),
  },
  'es256-negated': {
    title: 'the second number of the signature is negated, which is also valid',
    expects: forProfiles(['vtex'], EITHER),
    notApplicableReason: ES256_ALONE,
    class: 'defence',
    severity: 'low',
    source: 'ECDSA malleability',
    fix: 'Either answer is fine; remember jti rather than the token string.',
    mechanism: token(signature(negated)),
  },
  'hmac-public-key': {
    title: "the token is signed with HS256, and the platform's public key is the secret",
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: 'hmac-rsa-pub covers the other kinds',
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2016-10555; CVE-2022-29217; jwt_tool -X k',
    fix: 'Pin the verifier to the one algorithm you expect. Never take it from the token.',
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
    fix: 'Pin the verifier to the one algorithm you expect. Never take it from the token.',
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
    notApplicableReason: 'only the platform signs these tokens, and the backend asks the platform',
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
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: ES256_ALONE,
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 5.2',
    fix: ASK,
    mechanism: token((good) => ({...good, key: EC_FORGER})),
  },
  'kid-missing': {
    title: "the platform's token has no kid",
    expects: forProfiles(['vtex'], EITHER),
    notApplicableReason: 'these tokens have no kid',
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 4.1.4 (optional)',
    fix: 'Either answer is fine.',
    mechanism: token(header({kid: undefined})),
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
    notApplicableReason: 'only the platform signs these tokens, and the backend asks the platform',
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
    notApplicableReason: 'only the platform signs these tokens, and the backend asks the platform',
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
  'surf-vtex-es256-typ-lower': {
    title: 'a valid token: ES256, kid, and typ in lower case',
    expects: forProfiles(['vtex'], ACCEPT),
    notApplicableReason: 'these tokens have another header',
    class: 'interop',
    severity: 'medium',
    source: 'tokens in vtex/openapi-schemas',
    fix: 'Compare typ without case, or not at all.',
    mechanism: token((good) => good),
  },
  'surf-vtex-admin-vs-shopper': {
    title: "a shopper's token is sent to a route for admins",
    expects: {},
    class: 'anyone',
    severity: 'critical',
    source: 'developers.vtex.com user tokens',
    fix: 'Answer 403 if audience in the answer of credential/validate is not admin.',
    mechanism: {
      at: 'test',
      line: "const token = await simulation.mint('vtex-shopper'), sent to a route for admins",
    },
  },
  'surf-vtex-admin-on-shopper': {
    title: "an admin's token, or an app key's token without a person, is sent to a route for shoppers",
    expects: forProfiles(['vtex'], EITHER),
    notApplicableReason: OWN_ACCOUNT,
    class: 'anyone',
    severity: 'medium',
    source: 'developers.vtex.com user tokens',
    fix: 'Decide by audience and type in the answer of credential/validate.',
    mechanism: token({'app key': replacedBy(appKeyToken), admin: replacedBy(adminToken)}),
  },
  'surf-vtex-cookie-name': {
    title: 'the token is in a cookie, or in the header named after its account',
    expects: forProfiles(['vtex'], ACCEPT),
    notApplicableReason: OWN_ACCOUNT,
    class: 'interop',
    severity: 'high',
    source: 'vtexdocs/dev-portal-content PR #2642',
    fix: 'Read VtexIdclientAutCookie and VtexIdclientAutCookie_<account>, from header and cookie.',
    mechanism: request({
      'cookie of the account': async (given, {token: mint, facts}) =>
        withHeaders(given, [
          'Cookie',
          `VtexIdclientAutCookie_${facts.world.vtex.account.name}=${await mint()}`,
        ]),
      'cookie of the family': async (given, {token: mint}) =>
        withHeaders(given, ['Cookie', `VtexIdclientAutCookie=${await mint()}`]),
      'header of the account': async (given, {token: mint, facts}) =>
        withHeaders(given, [`VtexIdclientAutCookie_${facts.world.vtex.account.name}`, await mint()]),
    }),
  },
  'surf-vtex-header-case': {
    title: 'the header name is in lower case',
    expects: forProfiles(['vtex'], ACCEPT),
    notApplicableReason: OWN_ACCOUNT,
    class: 'interop',
    severity: 'medium',
    source: 'RFC 9110 5.1 (case-insensitive)',
    fix: 'Compare header names without case.',
    mechanism: request(async (given, {token: mint}) =>
      withHeaders(given, ['vtexidclientautcookie', await mint()]),
    ),
  },
  'surf-vtex-bearer': {
    title: 'the token is in the Authorization header, where VTEX does not send it',
    expects: forProfiles(['vtex'], EITHER),
    notApplicableReason: OWN_ACCOUNT,
    class: 'interop',
    severity: 'low',
    source: 'vtex/node-vtex-api PR #341',
    fix: 'Either answer is fine.',
    mechanism: request(async (given, {token: mint}) =>
      withHeaders(given, ['Authorization', `Bearer ${await mint()}`]),
    ),
  },
  'surf-vtex-header-and-cookie': {
    title: 'header and cookie carry different tokens, one valid and one of a stranger',
    expects: forProfiles(['vtex'], EITHER),
    notApplicableReason: OWN_ACCOUNT,
    class: 'anyone',
    severity: 'medium',
    source: 'vtex/faststore #3294, #3381',
    fix: 'Use one carrier, and refuse a request whose carriers disagree.',
    mechanism: request(async (given, {token: mint, carry, facts}) =>
      withHeaders(carry(given, await mint()), [
        'Cookie',
        `VtexIdclientAutCookie_${facts.world.vtex.account.name}=${await mint(signedBy(EC_FORGER))}`,
      ]),
    ),
  },
  'surf-vtex-shopper-other-account': {
    title: "a shopper's token was issued by another account",
    expects: forProfiles(['vtex'], FORBID),
    notApplicableReason: OWN_ACCOUNT,
    class: 'anyone',
    severity: 'high',
    source: 'developers.vtex.com user tokens (cookies and sessions are of one account)',
    fix: 'Compare account in the answer of credential/validate with your own.',
    mechanism: token(claims({account: 'another-account'})),
  },
  'surf-vtex-wrong-credentials': {
    title: 'credential/validate of VTEX ID answers WrongCredentials, with status 401',
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: 'backends do not ask the platform about these tokens',
    class: 'anyone',
    severity: 'high',
    source: 'vtex/openapi-schemas, VTEX ID API',
    fix: 'Answer 401 to every authStatus but Success.',
    mechanism: token({stranger: signedBy(EC_FORGER), expired: expiringIn(-60)}),
  },
  'surf-vtex-session-token': {
    title: 'a session token of another platform is sent instead of a VTEX token',
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: 'surf-minis-on-shopify and similar cases cover the other kinds',
    class: 'anyone',
    severity: 'high',
    source: 'RFC 8725 3.12',
    fix: ASK,
    mechanism: token(replacedBy(sessionToken)),
  },
  'surf-vtex-audience-changed': {
    title: "the audience of a shopper's token was changed to admin without a new signature",
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: OWN_ACCOUNT,
    class: 'anyone',
    severity: 'critical',
    source: 'code that only decodes (jwt-decode)',
    fix: ASK,
    mechanism: token((good) => ({
      ...good,
      claims: {...good.claims, audience: 'admin'},
      signedText: () =>
        [good.header, good.claims].map((part) => base64url.encode(JSON.stringify(part))).join('.'),
    })),
  },
  'surf-vtex-app-key-pair': {
    title: 'an invented app key and token accompany a valid token',
    expects: forProfiles(['vtex'], EITHER),
    notApplicableReason: OWN_ACCOUNT,
    class: 'defence',
    severity: 'low',
    source: 'developers.vtex.com (either is asked for)',
    fix: 'Either answer is fine; the pair must not win over the token unchecked.',
    mechanism: request(
      beside([
        ['X-VTEX-API-AppKey', 'vtexappkey-acme-FORGED'],
        ['X-VTEX-API-AppToken', 'forged'],
      ]),
    ),
  },
  'surf-vtex-admin-two-accounts': {
    title: "an admin's token was issued by another account, and the admin has a role here too",
    expects: {},
    class: 'interop',
    severity: 'high',
    source: 'developers.vtex.com user tokens (not exclusive to a store)',
    fix: "Ask License Manager for the admin's role here, instead of comparing account.",
    mechanism: {
      at: 'test',
      line: "const token = await simulation.mint('vtex-admin', {admin: 'grace', account: 'globex'})",
    },
  },
  'surf-vtex-admin-no-role': {
    title: "an admin's token was issued by another account, and the admin has no role here",
    expects: {},
    class: 'anyone',
    severity: 'high',
    source: 'developers.vtex.com user tokens',
    fix: 'Answer 403 if License Manager grants nothing.',
    mechanism: {
      at: 'test',
      line: "const token = await simulation.mint('vtex-admin', {admin: 'mary'}), sent to the other account",
    },
  },
  'life-vtex-24h': {
    title: 'the token is in the last second of its 24 hours',
    expects: forProfiles(['vtex'], EITHER),
    notApplicableReason: 'these tokens live for a shorter time',
    class: 'interop',
    severity: 'medium',
    source: 'VTEX refresh token guide',
    fix: 'Refresh by vid_rt before the token expires.',
    mechanism: token(claims(({now, life}) => ({exp: now + 1, iat: now + 1 - life}))),
  },
  'life-vtex-24h-over': {
    title: "the token's 24 hours ended a minute ago",
    expects: forProfiles(['vtex'], REFUSE),
    notApplicableReason: 'these tokens live for a shorter time',
    class: 'anyone',
    severity: 'high',
    source: 'VTEX refresh token guide',
    fix: 'Answer 401, and refresh by vid_rt.',
    mechanism: token(replacedBy(shopperToken, ({now, life}) => ({now: (now - life - 60) * 1000}))),
  },
};

/** The address of the stranger's keys, perhaps dressed up as that of somebody whom the backend trusts. */
function jku(
  kind: keyof typeof FORGER_KIDS,
  dress: (address: string, trusted: string) => string = (address) => address,
): TokenMutation {
  return (good, facts) => {
    const address = dress(forgerAddress(facts, '/jwks.json'), trustedHost(facts));
    return {...good, header: {...good.header, jku: address, kid: FORGER_KIDS[kind]}};
  };
}

function x5u(path: '/ec.pem' | '/rsa.pem'): TokenMutation {
  return (good, facts) => ({...good, header: {...good.header, x5u: forgerAddress(facts, path)}});
}

function trustedHost({profile, world}: CaseFacts): string {
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
