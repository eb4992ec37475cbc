import {base64url} from 'jose';
import type {TokenParts} from '../tokens/forgery.ts';
import {compact} from '../tokens/forgery.ts';
import type {Case} from './case.ts';
import {ACCEPT, APP_SIGNED, EITHER, REFUSE, REFUSE_4XX, forAllProfiles, forProfiles} from './expect.ts';
import {claimsText, serializedAs, partsSerializedAs, token} from './make.ts';

const STRICT =
  'Accept only the exact compact form: three parts of base64url without padding, and nothing around them.';
const SHAPE = 'Accept tokens of exactly three parts, and answer 401 to every other shape.';
const READABLE = 'Verify the signature before you read a claim, and answer 401 if the token cannot be read.';
const PLATFORM_READS = 'only the platform reads these tokens, as strictly as it likes';

/** How the token is written down. */
export const ENCODING: Readonly<Record<string, Case>> = {
  'sig-stripped-nodot': {
    title: 'the token has only two parts',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'Wycheproof tc 4',
    fix: SHAPE,
    mechanism: token(partsSerializedAs(({header, claims}) => `${header}.${claims}`)),
  },
  'one-part': {
    title: 'the token has only its claims',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 7.1',
    fix: SHAPE,
    mechanism: token(partsSerializedAs(({claims}) => claims)),
  },
  'parts-swapped': {
    title: 'header and claims are swapped',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 7.1',
    fix: SHAPE,
    mechanism: token(partsSerializedAs(({header, claims, signature}) => `${claims}.${header}.${signature}`)),
  },
  'part-empty': {
    title: 'one part of the token is empty',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 7.1',
    fix: SHAPE,
    mechanism: token({
      header: partsSerializedAs(({claims, signature}) => `.${claims}.${signature}`),
      claims: partsSerializedAs(({header, signature}) => `${header}..${signature}`),
    }),
  },
  'dots-only': {
    title: 'the token has only dots',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'Wycheproof tc 13',
    fix: SHAPE,
    mechanism: token({
      two: partsSerializedAs(() => '..'),
      one: partsSerializedAs(() => '.'),
      many: partsSerializedAs(() => '.'.repeat(50)),
    }),
  },
  'four-parts': {
    title: 'the token has a fourth part',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'Wycheproof tc 15',
    fix: SHAPE,
    mechanism: token(serializedAs((jws) => `${jws}.extra`)),
  },
  'four-parts-empty': {
    title: 'the token ends with a dot',
    expects: forAllProfiles(REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'Wycheproof tc 14',
    fix: SHAPE,
    mechanism: token(serializedAs((jws) => `${jws}.`)),
  },
  'five-parts': {
    title: 'the token has five parts, like an encrypted token',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7516 9',
    fix: SHAPE,
    mechanism: token(
      partsSerializedAs(({header, claims, signature}) =>
        [header, '', claims, signature, signature].join('.'),
      ),
    ),
  },
  'jwe-shape': {
    title: 'the token is encrypted (JWE) with alg "dir"',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7519 7.2; RFC 8725 2.7',
    fix: SHAPE,
    mechanism: token(
      partsSerializedAs(({claims, signature}) =>
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
    title: 'the token is valid, in the flattened JSON form',
    expects: forProfiles(APP_SIGNED, REFUSE_4XX),
    notApplicableReason: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'Wycheproof tc 17; RFC 7519 1 (compact only)',
    fix: STRICT,
    mechanism: token({flattened: partsSerializedAs(flattened), general: partsSerializedAs(general)}),
  },
  'json-compact-polyglot': {
    title: 'the token is signed JSON, and its first member reads as a compact token with other claims',
    expects: forAllProfiles(REFUSE_4XX),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2022-39227',
    fix: STRICT,
    mechanism: token(partsSerializedAs(polyglot)),
  },
  empty: {
    title: 'the token is an empty string',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'Wycheproof tc 13',
    fix: SHAPE,
    mechanism: token(partsSerializedAs(() => '')),
  },
  'not-a-token': {
    title: 'the token is a word that is not a JWT',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 6750 3.1',
    fix: SHAPE,
    mechanism: token({
      word: partsSerializedAs(() => 'garbage'),
      number: partsSerializedAs(() => '0'),
      object: partsSerializedAs(() => '[object%20Object]'),
      'three words': partsSerializedAs(() => 'not.a.token'),
    }),
  },
  'mock-session-token': {
    title: 'the token is the fixed string that published test doubles return',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: '@shopify/ui-extensions-tester 2026.7.0; @shopify/shop-minis-react 0.28.1 src/mocks.ts',
    fix: 'Keep test branches out of the backend that you ship.',
    mechanism: token({
      'session token': partsSerializedAs(() => 'mock-session-token'),
      'id token': partsSerializedAs(() => 'mock-id-token'),
      'user token': partsSerializedAs(() => 'user-token-123'),
    }),
  },
  'sig-padded': {
    title: 'the signature is padded with "="',
    expects: forProfiles(APP_SIGNED, REFUSE),
    notApplicableReason: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 2 (no padding); Wycheproof tc 367',
    fix: STRICT,
    mechanism: token(serializedAs((jws) => `${jws}=`)),
  },
  'parts-padded': {
    title: 'header and claims are padded with "="',
    expects: forProfiles(APP_SIGNED, EITHER),
    notApplicableReason: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 2 (no padding)',
    fix: STRICT,
    mechanism: token(
      partsSerializedAs(({header, claims, signature}) => `${padded(header)}.${padded(claims)}.${signature}`),
    ),
  },
  'sig-std-b64': {
    title: 'the signature uses + and / instead of - and _',
    expects: forProfiles(APP_SIGNED, REFUSE),
    notApplicableReason: PLATFORM_READS,
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
    title: "the unused bits of the signature's last character are set",
    expects: forProfiles(APP_SIGNED, REFUSE),
    notApplicableReason: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'RFC 4648 3.5; tink-java #82; joserfc #51',
    fix: STRICT,
    mechanism: token(
      partsSerializedAs((parts) => compact({...parts, signature: withTrailingBits(parts.signature)})),
    ),
  },
  'sig-illegal-chars': {
    title: 'the signature has a character outside base64url',
    expects: forProfiles(APP_SIGNED, REFUSE),
    notApplicableReason: PLATFORM_READS,
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
    title: 'the claims have a character outside base64url that the signature does not cover',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 5.2 step 3',
    fix: STRICT,
    mechanism: token(
      partsSerializedAs(
        ({header, claims, signature}) => `${header}.${claims.slice(0, 8)}!${claims.slice(8)}.${signature}`,
      ),
    ),
  },
  'header-illegal-chars': {
    title: 'the header has a character outside base64url that the signature does not cover',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 5.2 step 3',
    fix: STRICT,
    mechanism: token(
      partsSerializedAs(
        ({header, claims, signature}) => `${header.slice(0, 4)}!${header.slice(4)}.${claims}.${signature}`,
      ),
    ),
  },
  'blank-inside': {
    title: 'the token contains a space',
    expects: forAllProfiles(REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 7515 5.2 step 3',
    fix: STRICT,
    mechanism: token({
      'before the claims': partsSerializedAs(
        ({header, claims, signature}) => `${header}. ${claims}.${signature}`,
      ),
      'inside the claims': partsSerializedAs(
        ({header, claims, signature}) => `${header}.${claims.slice(0, 8)} ${claims.slice(8)}.${signature}`,
      ),
    }),
  },
  'percent-encoded': {
    title: "the token's dots are percent-encoded",
    expects: forAllProfiles(REFUSE),
    class: 'defence',
    severity: 'low',
    source: 'RFC 6750 2.1 (b64token)',
    fix: STRICT,
    mechanism: token(serializedAs((jws) => jws.replaceAll('.', '%2E'))),
  },
  'upper-case': {
    title: 'the token was changed to upper case in transit',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 4648 5 (case counts)',
    fix: STRICT,
    mechanism: token(serializedAs((jws) => jws.toUpperCase())),
  },
  'trailing-newline': {
    title: 'a line break follows the token',
    expects: {},
    notApplicableReason: 'an HTTP header cannot carry a line break; only library calls can',
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
    title: 'two spaces precede the token, so a library sees a space in it',
    expects: forProfiles(APP_SIGNED, EITHER),
    notApplicableReason: PLATFORM_READS,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 3.1; RFC 9110 11.4 (1*SP)',
    fix: STRICT,
    mechanism: token(serializedAs((jws) => ` ${jws}`)),
  },
  'token-twice': {
    title: 'the token is repeated twice in a row',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 7515 7.1',
    fix: SHAPE,
    mechanism: token({
      joined: serializedAs((jws) => `${jws}${jws}`),
      dotted: serializedAs((jws) => `${jws}.${jws}`),
    }),
  },
  'token-cut': {
    title: 'the token lost its end in transit',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 5.2; limits of headers and columns',
    fix: READABLE,
    mechanism: token({
      'last character': serializedAs((jws) => jws.slice(0, -1)),
      half: serializedAs((jws) => jws.slice(0, Math.ceil(jws.length / 2))),
      '255 characters': serializedAs((jws) => jws.slice(0, Math.min(255, jws.length - 2))),
    }),
  },
  'nested-token': {
    title: 'the claims are a whole valid token',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7519 5.2',
    fix: 'Read the claims of the token itself, never of a token inside it.',
    mechanism: token(
      partsSerializedAs(
        ({header, claims, signature}) =>
          `${header}.${base64url.encode(`${header}.${claims}.${signature}`)}.${signature}`,
      ),
    ),
  },
  'json-escaped-names': {
    title: 'claim names use JSON escapes for some letters',
    expects: forProfiles(APP_SIGNED, ACCEPT),
    notApplicableReason: PLATFORM_READS,
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
    title: 'the claims have spaces and line breaks between their members',
    expects: forProfiles(APP_SIGNED, ACCEPT),
    notApplicableReason: PLATFORM_READS,
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

function insert(character: string): ReturnType<typeof partsSerializedAs> {
  return partsSerializedAs(
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
