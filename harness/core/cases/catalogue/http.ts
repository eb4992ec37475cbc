import type {Case, Exchange} from '../case.ts';
import {
  ACCEPT,
  EITHER,
  forAllProfiles,
  forProfiles,
  PREFLIGHT_PASSES,
  READABLE,
  REFUSE,
  REFUSE_4XX,
} from '../expectations.ts';
import {exchange, request} from '../mechanisms.ts';
import {BEARER, CROSS_ORIGIN, only, PROFILES_WITH_AUDIENCE} from '../profile-groups.ts';
import {alsoSending, authorization, pageOrigin, preflight, SHOPIFYCDN} from '../request-mutations.ts';
import {withHeaders} from '../request-parts.ts';
import {expiringIn, partsSerializedAs, serializedAs} from '../token-mutations.ts';
import {ALLOW_EVERY_ORIGIN} from './fixes.ts';

const SCHEME = 'Accept "Bearer" in any case, one space and one token; answer 401 to anything else.';
const HEADER_ALONE = 'Read the token only from the Authorization header.';
const PREFLIGHT = 'Answer OPTIONS before any authentication, and allow the authorization header.';
const CORS_EVERYWHERE = 'Send Access-Control-Allow-Origin with every answer, refusals included.';

const expired = expiringIn(-60);

/** The request around a good token. */
export const HTTP: Readonly<Record<string, Case>> = {
  'http-bearer': {
    title: 'the request carries the token as "Authorization: Bearer"',
    expects: forProfiles(BEARER, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'RFC 6750 2.1',
    fix: SCHEME,
    mechanism: request(authorization((token) => `Bearer ${token}`)),
  },
  'http-bearer-lower': {
    title: 'the scheme is spelled "bearer"',
    expects: forProfiles(BEARER, ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'RFC 9110 11.1 (case-insensitive)',
    fix: SCHEME,
    mechanism: request(authorization((token) => `bearer ${token}`)),
  },
  'http-bearer-upper': {
    title: 'the scheme is spelled "BEARER"',
    expects: forProfiles(BEARER, ACCEPT),
    class: 'interop',
    severity: 'low',
    source: 'RFC 9110 11.1 (case-insensitive)',
    fix: SCHEME,
    mechanism: request(authorization((token) => `BEARER ${token}`)),
  },
  'http-header-lower': {
    title: 'the header name has another case',
    expects: forProfiles(BEARER, ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'RFC 9110 5.1 (case-insensitive)',
    fix: 'Compare header names without case.',
    mechanism: request({
      lower: async (given, {token}) => withHeaders(given, ['authorization', `Bearer ${await token()}`]),
      upper: async (given, {token}) => withHeaders(given, ['AUTHORIZATION', `Bearer ${await token()}`]),
    }),
  },
  'http-two-spaces': {
    title: 'two spaces separate scheme and token',
    expects: forProfiles(BEARER, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 9110 11.4 (1*SP)',
    fix: 'Either answer is fine.',
    mechanism: request(authorization((token) => `Bearer  ${token}`)),
  },
  'http-tab': {
    title: 'a tab separates scheme and token',
    expects: forProfiles(BEARER, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 9110 11.4 (1*SP)',
    fix: 'Either answer is fine.',
    mechanism: request(authorization((token) => `Bearer\t${token}`)),
  },
  'http-no-space': {
    title: 'nothing separates scheme and token',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 9110 11.4 (1*SP)',
    fix: SCHEME,
    mechanism: request({
      joined: authorization((token) => `Bearer${token}`),
      colon: authorization((token) => `Bearer:${token}`),
    }),
  },
  'http-no-scheme': {
    title: 'the token is sent without a scheme',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 6750 2.1',
    fix: SCHEME,
    mechanism: request(authorization((token) => token)),
  },
  'http-wrong-scheme': {
    title: 'the token is sent under another scheme',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 6750 2.1',
    fix: SCHEME,
    mechanism: request(
      Object.fromEntries(
        ['Token', 'JWT', 'Basic', 'Bearer2', 'XBearer'].map((scheme) => [
          scheme,
          authorization((token) => `${scheme} ${token}`),
        ]),
      ),
    ),
  },
  'http-basic-password': {
    title: 'the token is the password of Basic authentication',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 7617',
    fix: SCHEME,
    mechanism: request(authorization((token) => `Basic ${btoa(`bearer:${token}`)}`)),
  },
  'http-extra-part': {
    title: 'a second word follows the token',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 6750 2.1',
    fix: SCHEME,
    mechanism: request({
      word: authorization((token) => `Bearer ${token} extra`),
      parameter: authorization((token) => `Bearer ${token}, realm="x"`),
    }),
  },
  'http-bearer-twice': {
    title: 'the scheme is repeated before the token',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 6750 2.1; a slip in clients',
    fix: SCHEME,
    mechanism: request(authorization((token) => `Bearer Bearer ${token}`)),
  },
  'http-scheme-in-the-middle': {
    title: 'another scheme precedes "Bearer"',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'patterns without an anchor',
    fix: SCHEME,
    mechanism: request(authorization((token) => `Basic eDp5, Bearer ${token}`)),
  },
  'http-comma-two': {
    title: 'one header has two credentials, joined by a comma',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 9110 11.6.2 (one credential)',
    fix: SCHEME,
    presupposes: ['exp-past-60'],
    mechanism: request(async (given, {token}) => {
      return withHeaders(given, ['Authorization', `Bearer ${await token(expired)}, Bearer ${await token()}`]);
    }),
  },
  'http-dup-ok-first': {
    title: 'the request has two Authorization headers: a valid token, then an expired one',
    expects: forProfiles(BEARER, EITHER),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 9110 5.3; Node keeps the first',
    fix: 'Refuse a request with two Authorization headers, if your server shows you both.',
    mechanism: request(async (given, {token}) => {
      return withHeaders(
        given,
        ['Authorization', `Bearer ${await token()}`],
        ['Authorization', `Bearer ${await token(expired)}`],
      );
    }),
  },
  'http-dup-bad-first': {
    title: 'the request has two Authorization headers: an expired token, then a valid one',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 9110 5.3; Node keeps the first',
    fix: 'Refuse a request with two Authorization headers, if your server shows you both.',
    presupposes: ['exp-past-60'],
    mechanism: request(async (given, {token}) => {
      return withHeaders(
        given,
        ['Authorization', `Bearer ${await token(expired)}`],
        ['Authorization', `Bearer ${await token()}`],
      );
    }),
  },
  'http-dup-bad-both': {
    title: 'the request has two Authorization headers, both with expired tokens',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 9110 5.3',
    fix: SCHEME,
    presupposes: ['exp-past-60'],
    mechanism: request(async (given, {token}) => {
      return withHeaders(
        given,
        ['Authorization', `Bearer ${await token(expired)}`],
        ['Authorization', `Bearer ${await token(expired)}`],
      );
    }),
  },
  'http-quoted': {
    title: 'the token is in quotation marks',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 6750 2.1 (b64token)',
    fix: SCHEME,
    mechanism: request({
      double: authorization((token) => `Bearer "${token}"`),
      single: authorization((token) => `Bearer '${token}'`),
      angle: authorization((token) => `Bearer <${token}>`),
    }),
  },
  'http-parameter': {
    title: 'the token is a parameter of the scheme',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 6750 2.1',
    fix: SCHEME,
    mechanism: request({
      'token=': authorization((token) => `Bearer token=${token}`),
      'access_token=': authorization((token) => `Bearer access_token="${token}"`),
    }),
  },
  'http-missing': {
    title: 'the request has no token',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'RFC 6750 3',
    fix: 'Answer 401 to a request without a token, on every route that is not public.',
    mechanism: request((given) => given),
  },
  'http-empty-bearer': {
    title: 'the header says "Bearer" and nothing after it',
    expects: forProfiles(BEARER, REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 6750 3.1',
    fix: SCHEME,
    mechanism: request({
      blank: authorization(() => 'Bearer '),
      bare: authorization(() => 'Bearer'),
      dots: authorization(() => 'Bearer ..'),
    }),
  },
  'http-empty-header': {
    title: 'the Authorization header is empty',
    expects: forProfiles(BEARER, REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 6750 3',
    fix: SCHEME,
    mechanism: request(authorization(() => '')),
  },
  'http-query-access-token': {
    title: 'the token is in the query string',
    expects: forAllProfiles(REFUSE_4XX),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 6750 2.3 (should not); OWASP; addresses end up in logs',
    fix: HEADER_ALONE,
    mechanism: request(
      Object.fromEntries(
        ['access_token', 'token', 'session_token', 'jwt', 'authorization'].map((name) => [
          name,
          async (given, {token}) => ({...given, query: [...given.query, [name, await token()]]}),
        ]),
      ),
    ),
  },
  'http-query-id-token': {
    title: 'the token is id_token in the query string, as App Bridge loads documents',
    expects: {
      ...forProfiles(BEARER, REFUSE_4XX),
      admin: EITHER,
      embedded: EITHER,
    },
    class: 'interop',
    severity: 'medium',
    source: 'App Bridge, document requests',
    fix: 'Accept id_token from the query only for documents, never on an API route.',
    mechanism: request(async (given, {token}) => ({
      ...given,
      query: [...given.query, ['id_token', await token()]],
    })),
  },
  'http-cookie-only': {
    title: 'the token is in a cookie',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'anyone',
    severity: 'medium',
    source: 'forgery across sites (CSRF)',
    fix: HEADER_ALONE,
    mechanism: request(
      Object.fromEntries(
        ['session', 'token', 'access_token', 'shopify_app_session'].map((name) => [
          name,
          async (given, {token}) => withHeaders(given, ['Cookie', `${name}=${await token()}`]),
        ]),
      ),
    ),
  },
  'http-body-token': {
    title: 'the token is in the body',
    expects: forProfiles(
      only([...PROFILES_WITH_AUDIENCE, 'shop-minis'], 'a post-purchase backend may take it from the body', {
        vtex: BEARER.reason,
      }),
      REFUSE_4XX,
    ),
    class: 'anyone',
    severity: 'low',
    source: 'RFC 6750 2.2 (should not)',
    fix: HEADER_ALONE,
    mechanism: exchange({
      form: inBody('application/x-www-form-urlencoded', (token) => `access_token=${token}`),
      json: inBody('application/json', (token) => JSON.stringify({token, access_token: token})),
    }),
  },
  'http-other-header': {
    title: 'the token is in another header',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'defence',
    severity: 'low',
    source: 'RFC 6750 2',
    fix: HEADER_ALONE,
    mechanism: request(
      Object.fromEntries(
        ['X-Authorization', 'X-Shopify-Access-Token', 'X-Forwarded-Authorization', 'Proxy-Authorization'].map(
          (name) => [name, async (given, {token}) => withHeaders(given, [name, `Bearer ${await token()}`])],
        ),
      ),
    ),
  },
  'http-method-override': {
    title: 'a request without a token overrides its method by a header',
    expects: forAllProfiles(REFUSE_4XX),
    class: 'anyone',
    severity: 'medium',
    source: 'X-HTTP-Method-Override past authentication',
    fix: 'Authenticate by route, whatever the method; ignore method overrides.',
    mechanism: request({
      OPTIONS: (given) => withHeaders(given, ['X-HTTP-Method-Override', 'OPTIONS']),
      HEAD: (given) => withHeaders(given, ['X-HTTP-Method', 'HEAD']),
    }),
  },
  'http-head': {
    title: 'a HEAD request has no token',
    expects: forAllProfiles({verdict: 'refuse', statuses: ['4xx']}),
    class: 'anyone',
    severity: 'medium',
    source: 'RFC 9110 9.3.2 (as GET)',
    fix: 'Authenticate HEAD like GET.',
    mechanism: exchange((given) => [{request: {...given, method: 'HEAD', body: null}}]),
  },
  'http-original-url': {
    title:
      'a request without a token claims, by forwarding headers, to come from a public or an internal address',
    expects: forAllProfiles(REFUSE_4XX),
    class: 'anyone',
    severity: 'high',
    source: 'X-Original-URL and X-Forwarded-* past authentication',
    fix: 'Trust forwarding headers only from your own proxy, and never for authentication.',
    mechanism: request({
      'original url': (given) =>
        withHeaders(given, ['X-Original-URL', '/health'], ['X-Rewrite-URL', '/health']),
      'from inside': (given) =>
        withHeaders(given, ['X-Forwarded-For', '127.0.0.1'], ['X-Real-IP', '127.0.0.1']),
      'checked by proxy': (given) =>
        withHeaders(given, ['X-Authenticated', 'true'], ['X-Forwarded-User', 'admin']),
    }),
  },
  'http-www-authenticate': {
    title: 'the answer to a request without a token needs WWW-Authenticate',
    expects: {
      ...forProfiles(BEARER, {
        verdict: 'refuse',
        statuses: [401],
        headers: {'www-authenticate': /^bearer\b/i},
      }),
      embedded: 'a request without a token is one for a document, and leads to the bounce page',
    },
    class: 'interop',
    severity: 'low',
    source: 'RFC 9110 15.5.2 (must)',
    fix: 'Send WWW-Authenticate: Bearer with every 401.',
    mechanism: request((given) => given),
  },
  'http-20k-header': {
    title: 'the Authorization header is 20 KB long',
    expects: forProfiles(BEARER, REFUSE_4XX),
    class: 'defence',
    severity: 'low',
    source: 'Node answers 431 from 16 KB of headers',
    fix: 'Answer 401, 413 or 431.',
    destructive: true,
    mechanism: request(authorization(() => `Bearer ${'x'.repeat(20_480)}`)),
  },
  'http-long-blanks': {
    title: 'thousands of spaces separate scheme and token, and the backend must still answer',
    expects: forProfiles(BEARER, EITHER),
    class: 'anyone',
    severity: 'high',
    source: 'regular expressions that go back (ReDoS)',
    fix: 'Split at the first space instead of using a pattern that can backtrack.',
    destructive: true,
    mechanism: request({
      'one word': authorization((token) => `Bearer ${' '.repeat(8000)}${token}`),
      // A pattern backtracks if the end does not match.
      'two words': authorization((token) => `Bearer ${' '.repeat(8000)}${token} again`),
    }),
  },
  'http-preflight': {
    title: 'a preflight (OPTIONS) arrives without a token',
    expects: forProfiles(CROSS_ORIGIN, PREFLIGHT_PASSES),
    class: 'interop',
    severity: 'critical',
    source: 'shopify-app-js #1420, PR #3237; Fetch standard',
    fix: PREFLIGHT,
    mechanism: exchange(preflight(null)),
  },
  'http-preflight-shopifycdn': {
    title: "a preflight arrives from the origin of the extension's script",
    expects: forProfiles(
      only(['checkout', 'customer-account', 'admin'], 'no page calls from this origin'),
      PREFLIGHT_PASSES,
    ),
    class: 'interop',
    severity: 'high',
    source: 'shopify.dev admin extensions, network features; Shopify/cli #3953',
    fix: ALLOW_EVERY_ORIGIN,
    mechanism: exchange(preflight(SHOPIFYCDN)),
  },
  'http-preflight-content-type': {
    title: 'a preflight asks for JSON with a token',
    expects: forProfiles(CROSS_ORIGIN, PREFLIGHT_PASSES),
    class: 'interop',
    severity: 'medium',
    source: 'Fetch standard, CORS-safelisted headers',
    fix: 'Allow the headers authorization and content-type.',
    mechanism: exchange(preflight(null, {headers: 'authorization,content-type'})),
  },
  'http-cors-on-200': {
    title: 'a valid request comes cross-origin, from an opaque origin in checkout and customer accounts',
    expects: forProfiles(CROSS_ORIGIN, READABLE),
    class: 'interop',
    severity: 'critical',
    source: 'shopify.dev (Access-Control-Allow-Origin: *)',
    fix: CORS_EVERYWHERE,
    mechanism: request(async (given, {context, token, carry}) =>
      withHeaders(carry(given, await token()), ['Origin', pageOrigin(context)]),
    ),
  },
  'http-cors-on-401': {
    title: 'a request with an expired token comes cross-origin, and the page must be able to read the 401',
    expects: forProfiles(CROSS_ORIGIN, {...REFUSE, cors: 'readable'}),
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-js #492',
    fix: CORS_EVERYWHERE,
    presupposes: ['exp-past-60'],
    mechanism: request(async (given, {context, token, carry}) =>
      withHeaders(carry(given, await token(expired)), ['Origin', pageOrigin(context)]),
    ),
  },
  'http-cors-credentials': {
    title: 'a foreign site asks whether it may send cookies',
    expects: forProfiles(CROSS_ORIGIN, {verdict: 'either', statuses: ['2xx', '4xx'], cors: 'no cookies'}),
    class: 'anyone',
    severity: 'medium',
    source: 'Fetch standard; PortSwigger CORS',
    fix: 'Never send Access-Control-Allow-Credentials: true to any origin that asks.',
    mechanism: exchange(preflight('https://evil.example')),
  },
  'http-expose-retry': {
    title: 'a 401 must let App Bridge retry once with a fresh token',
    expects: forProfiles(only(['admin', 'embedded'], 'App Bridge does not call this backend'), {
      ...REFUSE,
      headers: {'x-shopify-retry-invalid-session-request': /^1$/},
    }),
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-bridge #410; shopify_app PR 1823',
    fix: 'Send X-Shopify-Retry-Invalid-Session-Request: 1 with a 401.',
    presupposes: ['exp-past-60'],
    mechanism: request(async (given, {token, carry}) =>
      withHeaders(carry(given, await token(expired)), ['X-Requested-With', 'XMLHttpRequest']),
    ),
  },
  'http-leak': {
    title: 'the answer must not repeat a refused token',
    expects: forAllProfiles({...REFUSE, bodyLacks: ['token', 'stack']}),
    class: 'defence',
    severity: 'medium',
    source: 'shopify-api puts the token into the text of its error',
    fix: "Answer with your own message, not with the error's.",
    presupposes: ['exp-past-60', 'key-wrong'],
    mechanism: request({
      expired: async (given, {token, carry}) => carry(given, await token(expired)),
      unreadable: async (given, {token, carry}) =>
        carry(given, await token(partsSerializedAs(({header, claims: part}) => `${header}.${part}.bad`))),
      asked: async (given, {token, carry}) =>
        withHeaders(carry(given, await token(serializedAs((jws) => jws.slice(0, -3)))), [
          'Accept',
          'text/html',
        ]),
    }),
  },
  'http-stack': {
    title: 'the answer must not contain the stack trace of a refusal',
    expects: forAllProfiles({...REFUSE, bodyLacks: ['stack']}),
    class: 'anyone',
    severity: 'low',
    source: 'CWE-209; OWASP Error Handling Cheat Sheet',
    fix: 'Answer with your own message, and keep the stack trace in your log.',
    presupposes: ['key-wrong'],
    mechanism: request({
      'wrong signature': async (given, {token, carry}) =>
        carry(given, await token(partsSerializedAs(({header, claims: part}) => `${header}.${part}.bad`))),
      'no token': (given, {carry}) => carry(given, 'not.a.token'),
    }),
  },
  'http-cache': {
    title: 'an answer about one user must not be cached for others',
    expects: forProfiles(BEARER, {
      verdict: 'accept',
      statuses: ['2xx'],
      headers: {'cache-control': /^$|no-store|no-cache|private|max-age=0/i},
    }),
    class: 'defence',
    severity: 'low',
    source: 'RFC 9111 3.5 (public overrides Authorization)',
    fix: 'Never send Cache-Control: public with an answer about a user.',
    mechanism: request(alsoSending([])),
  },
};

function inBody(type: string, body: (token: string) => string): Exchange {
  return async (given, {token}) => [
    {
      request: {
        ...withHeaders(given, ['Content-Type', type]),
        method: given.method === 'GET' ? 'POST' : given.method,
        body: body(await token()),
      },
    },
  ];
}
