import {base64url} from 'jose';
import type {TokenParts} from '../../tokens/forgery.ts';
import {padded} from '../base64url-forms.ts';
import type {Case} from '../case.ts';
import {ACCEPT, EITHER, forAllProfiles, forProfiles, REFUSE, REFUSE_4XX} from '../expectations.ts';
import {testOnly, token} from '../mechanisms.ts';
import {READ_BY_APP} from '../profile-groups.ts';
import {claimsText, partsSerializedAs, serializedAs} from '../token-mutations.ts';
import {EXACT_FORM, THREE_PARTS} from './fixes.ts';

const READABLE = 'Verify the signature before you read a claim, and answer 401 if the token cannot be read.';

/** Cases about the encoding of the token. */
export const ENCODING: Readonly<Record<string, Case>> = {
  'one-part': {
    title: 'the token has only its claims',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'RFC 7515 7.1',
    fix: THREE_PARTS,
    mechanism: token(partsSerializedAs(({claims}) => claims)),
  },
  'parts-swapped': {
    title: 'header and claims are swapped',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 7.1',
    fix: THREE_PARTS,
    mechanism: token(partsSerializedAs(({header, claims, signature}) => `${claims}.${header}.${signature}`)),
  },
  'part-empty': {
    title: 'one part of the token is empty',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7515 7.1',
    fix: THREE_PARTS,
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
    fix: THREE_PARTS,
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
    fix: THREE_PARTS,
    mechanism: token(serializedAs((jws) => `${jws}.extra`)),
  },
  'four-parts-empty': {
    title: 'the token ends with a dot',
    expects: forAllProfiles(REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'Wycheproof tc 14',
    fix: THREE_PARTS,
    mechanism: token(serializedAs((jws) => `${jws}.`)),
  },
  'five-parts': {
    title: 'the token has five parts, like an encrypted token',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 7516 9',
    fix: THREE_PARTS,
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
    fix: THREE_PARTS,
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
    expects: forProfiles(READ_BY_APP, REFUSE_4XX),
    class: 'defence',
    severity: 'low',
    source: 'Wycheproof tc 17; RFC 7519 1 (compact only)',
    fix: EXACT_FORM,
    mechanism: token({flattened: partsSerializedAs(flattened), general: partsSerializedAs(general)}),
  },
  'json-compact-polyglot': {
    title: 'the token is signed JSON, and its first member reads as a compact token with other claims',
    expects: forAllProfiles(REFUSE_4XX),
    class: 'anyone',
    severity: 'critical',
    source: 'CVE-2022-39227',
    fix: EXACT_FORM,
    mechanism: token(partsSerializedAs(polyglot)),
  },
  empty: {
    title: 'the token is an empty string',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'Wycheproof tc 13',
    fix: THREE_PARTS,
    mechanism: token(partsSerializedAs(() => '')),
  },
  'not-a-token': {
    title: 'the token is a word that is not a JWT',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 6750 3.1',
    fix: THREE_PARTS,
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
  'parts-padded': {
    title: 'header and claims are padded with "="',
    expects: forProfiles(READ_BY_APP, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 2 (no padding)',
    fix: EXACT_FORM,
    mechanism: token(
      partsSerializedAs(({header, claims, signature}) => `${padded(header)}.${padded(claims)}.${signature}`),
    ),
  },
  'blank-inside': {
    title: 'the token contains a space',
    expects: forAllProfiles(REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 7515 5.2 step 3',
    fix: EXACT_FORM,
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
    fix: EXACT_FORM,
    mechanism: token(serializedAs((jws) => jws.replaceAll('.', '%2E'))),
  },
  'upper-case': {
    title: 'the token was changed to upper case in transit',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 4648 5 (case counts)',
    fix: EXACT_FORM,
    mechanism: token(serializedAs((jws) => jws.toUpperCase())),
  },
  'trailing-newline': {
    title: 'a line break follows the token',
    class: 'defence',
    severity: 'low',
    source: 'fast-jwt #606',
    fix: EXACT_FORM,
    mechanism: testOnly(
      "const token = `${await simulation.mint('checkout')}\\n`; verify it with your library",
    ),
  },
  'leading-space': {
    title: 'two spaces precede the token, so a library sees a space in it',
    expects: forProfiles(READ_BY_APP, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7515 3.1; RFC 9110 11.4 (1*SP)',
    fix: EXACT_FORM,
    mechanism: token(serializedAs((jws) => ` ${jws}`)),
  },
  'token-twice': {
    title: 'the token is repeated twice in a row',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 7515 7.1',
    fix: THREE_PARTS,
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
    expects: forProfiles(READ_BY_APP, ACCEPT),
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
    expects: forProfiles(READ_BY_APP, ACCEPT),
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
