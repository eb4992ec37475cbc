import {base64url} from 'jose';
import type {TokenParts} from '../tokens/forgery.ts';
import {compact} from '../tokens/forgery.ts';
import type {Case} from './case.ts';
import {ACCEPT, APP_SIGNED, EITHER, REFUSE, REFUSE_4XX, everywhere, on} from './expect.ts';
import {claimsText, respelled, spelled, token} from './make.ts';

const STRICT =
  'Accept only the exact compact form: three parts of base64url without padding, and nothing around them.';
const SHAPE = 'Accept tokens of exactly three parts, and answer 401 to every other shape.';
const READABLE = 'Verify the signature before you read a claim, and answer 401 if the token cannot be read.';
const PLATFORM_READS = 'only the platform reads these tokens, as strictly as it likes';

/** How the token is written down. */
export const ENCODING: Readonly<Record<string, Case>> = {
  'sig-stripped-nodot': {
    says: 'the token has only two parts',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'Wycheproof tc 4',
    fix: SHAPE,
    mechanism: token(spelled(({header, claims}) => `${header}.${claims}`)),
  },
  'one-part': {
    says: 'the token has only its claims',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 7.1',
    fix: SHAPE,
    mechanism: token(spelled(({claims}) => claims)),
  },
  'parts-swapped': {
    says: 'header and claims are swapped',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 7.1',
    fix: SHAPE,
    mechanism: token(spelled(({header, claims, signature}) => `${claims}.${header}.${signature}`)),
  },
  'part-empty': {
    says: 'one part of the token is empty',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 7.1',
    fix: SHAPE,
    mechanism: token({
      header: spelled(({claims, signature}) => `.${claims}.${signature}`),
      claims: spelled(({header, signature}) => `${header}..${signature}`),
    }),
  },
  'dots-only': {
    says: 'the token has only dots',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'Wycheproof tc 13',
    fix: SHAPE,
    mechanism: token({
      two: spelled(() => '..'),
      one: spelled(() => '.'),
      many: spelled(() => '.'.repeat(50)),
    }),
  },
  'four-parts': {
    says: 'the token has a fourth part',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'Wycheproof tc 15',
    fix: SHAPE,
    mechanism: token(respelled((jws) => `${jws}.extra`)),
  },
  'four-parts-empty': {
    says: 'the token ends with a dot',
    expects: everywhere(REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'Wycheproof tc 14',
    fix: SHAPE,
    mechanism: token(respelled((jws) => `${jws}.`)),
  },
  'five-parts': {
    says: 'the token has five parts, like an encrypted token',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7516 9',
    fix: SHAPE,
    mechanism: token(
      spelled(({header, claims, signature}) => [header, '', claims, signature, signature].join('.')),
    ),
  },
  'jwe-shape': {
    says: 'the token is encrypted (JWE) with alg "dir"',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7519 7.2; RFC 8725 2.7',
    fix: SHAPE,
    mechanism: token(
      spelled(({claims, signature}) =>
        [
          base64url.encode('{"alg":"dir","enc":"A128GCM"}'),
          '',
          'AAAAAAAAAAAAAAAA',
          claims,
          signature.slice(0, 22),
        ].join('.'),
      ),
    ),
  },
  'json-serialization': {
    says: 'the token is valid, in the flattened JSON form',
    expects: on(APP_SIGNED, REFUSE_4XX),
    elsewhere: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'Wycheproof tc 17; RFC 7519 1 (compact only)',
    fix: STRICT,
    mechanism: token({flattened: spelled(flattened), general: spelled(general)}),
  },
  'json-compact-polyglot': {
    says: 'the token is signed JSON, and its first member reads as a compact token with other claims',
    expects: everywhere(REFUSE_4XX),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2022-39227',
    fix: STRICT,
    mechanism: token(spelled(polyglot)),
  },
  empty: {
    says: 'the token is an empty string',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'Wycheproof tc 13',
    fix: SHAPE,
    mechanism: token(spelled(() => '')),
  },
  'not-a-token': {
    says: 'the token is a word that is not a JWT',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 6750 3.1',
    fix: SHAPE,
    mechanism: token({
      word: spelled(() => 'garbage'),
      number: spelled(() => '0'),
      object: spelled(() => '[object%20Object]'),
      'three words': spelled(() => 'not.a.token'),
    }),
  },
  'mock-session-token': {
    says: 'the token is the fixed string that published test doubles return',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: '@shopify/ui-extensions-tester 2026.7.0; @shopify/shop-minis-react 0.28.1 src/mocks.ts',
    fix: 'Keep test branches out of the backend that you ship.',
    mechanism: token({
      'session token': spelled(() => 'mock-session-token'),
      'id token': spelled(() => 'mock-id-token'),
      'user token': spelled(() => 'user-token-123'),
    }),
  },
  'sig-padded': {
    says: 'the signature is padded with "="',
    expects: on(APP_SIGNED, REFUSE),
    elsewhere: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 2 (no padding); Wycheproof tc 367',
    fix: STRICT,
    mechanism: token(respelled((jws) => `${jws}=`)),
  },
  'parts-padded': {
    says: 'header and claims are padded with "="',
    expects: on(APP_SIGNED, EITHER),
    elsewhere: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 2 (no padding)',
    fix: STRICT,
    mechanism: token(
      spelled(({header, claims, signature}) => `${padded(header)}.${padded(claims)}.${signature}`),
    ),
  },
  'sig-std-b64': {
    says: 'the signature uses + and / instead of - and _',
    expects: on(APP_SIGNED, REFUSE),
    elsewhere: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'jjwt #192; libjwt #284',
    fix: STRICT,
    // Some signatures hold neither sign.
    mechanism: token((good) => ({
      ...good,
      fits: ({signature}) => /[-_]/.test(signature),
      spelling: (parts) => compact({...parts, signature: standard(parts.signature)}),
    })),
  },
  'sig-nonzero-trailing-bits': {
    says: "the unused bits of the signature's last character are set",
    expects: on(APP_SIGNED, REFUSE),
    elsewhere: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'RFC 4648 3.5; tink-java #82; joserfc #51',
    fix: STRICT,
    mechanism: token(spelled((parts) => compact({...parts, signature: withTrailingBits(parts.signature)}))),
  },
  'sig-illegal-chars': {
    says: 'the signature has a character outside base64url',
    expects: on(APP_SIGNED, REFUSE),
    elsewhere: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'fast-jwt #606; Wycheproof tc 361',
    fix: STRICT,
    mechanism: token({
      'exclamation mark': insert('!'),
      tilde: insert('~'),
      percent: insert('%'),
      comma: insert(','),
      blank: insert(' '),
    }),
  },
  'payload-illegal-chars': {
    says: 'the claims have a character outside base64url that the signature does not cover',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 5.2 step 3',
    fix: STRICT,
    mechanism: token(
      spelled(
        ({header, claims, signature}) => `${header}.${claims.slice(0, 8)}!${claims.slice(8)}.${signature}`,
      ),
    ),
  },
  'header-illegal-chars': {
    says: 'the header has a character outside base64url that the signature does not cover',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 5.2 step 3',
    fix: STRICT,
    mechanism: token(
      spelled(
        ({header, claims, signature}) => `${header.slice(0, 4)}!${header.slice(4)}.${claims}.${signature}`,
      ),
    ),
  },
  'blank-inside': {
    says: 'the token contains a space',
    expects: everywhere(REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 7515 5.2 step 3',
    fix: STRICT,
    mechanism: token({
      'before the claims': spelled(({header, claims, signature}) => `${header}. ${claims}.${signature}`),
      'inside the claims': spelled(
        ({header, claims, signature}) => `${header}.${claims.slice(0, 8)} ${claims.slice(8)}.${signature}`,
      ),
    }),
  },
  'percent-encoded': {
    says: "the token's dots are percent-encoded",
    expects: everywhere(REFUSE),
    class: 'defence',
    severity: 'low',
    source: 'RFC 6750 2.1 (b64token)',
    fix: STRICT,
    mechanism: token(respelled((jws) => jws.replaceAll('.', '%2E'))),
  },
  'upper-case': {
    says: 'the token was changed to upper case in transit',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 4648 5 (case counts)',
    fix: STRICT,
    mechanism: token(respelled((jws) => jws.toUpperCase())),
  },
  'trailing-newline': {
    says: 'a line break follows the token',
    expects: {},
    elsewhere: 'an HTTP header cannot carry a line break; only library calls can',
    class: 'defence',
    severity: 'low',
    source: 'fast-jwt #606',
    fix: STRICT,
    mechanism: {
      at: 'test',
      line: "const token = `${await simulation.mint('checkout')}\\n`; verify it with your library",
    },
  },
  'leading-space': {
    says: 'two spaces precede the token, so a library sees a space in it',
    expects: on(APP_SIGNED, EITHER),
    elsewhere: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 3.1; RFC 9110 11.4 (1*SP)',
    fix: STRICT,
    mechanism: token(respelled((jws) => ` ${jws}`)),
  },
  'token-twice': {
    says: 'the token is repeated twice in a row',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 7515 7.1',
    fix: SHAPE,
    mechanism: token({
      joined: respelled((jws) => `${jws}${jws}`),
      dotted: respelled((jws) => `${jws}.${jws}`),
    }),
  },
  'token-cut': {
    says: 'the token lost its end in transit',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 5.2; limits of headers and columns',
    fix: READABLE,
    mechanism: token({
      'last character': respelled((jws) => jws.slice(0, -1)),
      half: respelled((jws) => jws.slice(0, Math.ceil(jws.length / 2))),
      '255 characters': respelled((jws) => jws.slice(0, Math.min(255, jws.length - 2))),
    }),
  },
  'nested-token': {
    says: 'the claims are a whole valid token',
    expects: everywhere(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7519 5.2',
    fix: 'Read the claims of the token itself, never of a token inside it.',
    mechanism: token(
      spelled(
        ({header, claims, signature}) =>
          `${header}.${base64url.encode(`${header}.${claims}.${signature}`)}.${signature}`,
      ),
    ),
  },
  'json-escaped-names': {
    says: 'claim names use JSON escapes for some letters',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_READS,
    class: 'interop',
    severity: 'low',
    source: 'RFC 8259 7',
    fix: 'Read the claims with a JSON parser.',
    mechanism: token(
      claimsText((json) =>
        json.replace('"exp"', '"\\u0065\\u0078\\u0070"').replace('"dest"', '"\\u0064est"'),
      ),
    ),
  },
  'json-blanks': {
    says: 'the claims have spaces and line breaks between their members',
    expects: on(APP_SIGNED, ACCEPT),
    elsewhere: PLATFORM_READS,
    class: 'interop',
    severity: 'low',
    source: 'RFC 7519 3.1 (its own example has them)',
    fix: 'Read the claims with a JSON parser.',
    mechanism: token(
      claimsText((json) => JSON.stringify(JSON.parse(json), null, 2).replaceAll('\n', '\r\n')),
    ),
  },
};

function flattened({header, claims, signature}: TokenParts): string {
  return JSON.stringify({payload: claims, protected: header, signature});
}

function general({header, claims, signature}: TokenParts): string {
  return JSON.stringify({payload: claims, signatures: [{protected: header, signature}]});
}

function polyglot({header, claims, signature}: TokenParts): string {
  const forged = base64url.encode(
    new TextDecoder()
      .decode(base64url.decode(claims))
      .replace(/"sub":"[^"]*"/, '"sub":"gid://shopify/Customer/1"'),
  );
  return `{"  ${header}.${forged}.":"","protected":"${header}","payload":"${claims}","signature":"${signature}"}`;
}

function insert(character: string): ReturnType<typeof spelled> {
  return spelled(
    ({header, claims, signature}) =>
      `${header}.${claims}.${signature.slice(0, 6)}${character}${signature.slice(6)}`,
  );
}

function padded(part: string): string {
  return part.padEnd(Math.ceil(part.length / 4) * 4, '=');
}

function standard(part: string): string {
  return part.replaceAll('-', '+').replaceAll('_', '/');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 32 bytes fill 42 characters and 4 bits of the last: its 2 lowest bits mean nothing. */
function withTrailingBits(signature: string): string {
  const last = ALPHABET.indexOf(signature.at(-1) ?? 'A');
  return signature.slice(0, -1) + ALPHABET.charAt(last | 1);
}
