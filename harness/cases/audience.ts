import type {Case, CaseFacts} from './case.ts';
import {ACCEPT, APP_SIGNED, BUYERS, EITHER, REFUSE, STAFFED, WITH_AUDIENCE, on} from './expect.ts';
import {claims, token} from './make.ts';

const AUDIENCE_RULE = 'Compare aud with your client id, whole and exactly.';
const NO_AUDIENCE = 'such a token names no audience that a backend could check';
const NO_ISSUER = 'such a token has no issuer that a backend could check';
const NO_DEST = 'such a token has no dest';
const DEST_RULE = 'Take dest only as a shop’s host: letters, digits and hyphens, then .myshopify.com, and nothing after it.';
const ISSUER_RULE = 'Check that iss is https://, the host of dest, and /admin.';

/** For whom, and by whom, the token was made. */
export const AUDIENCE: Readonly<Record<string, Case>> = {
  'aud-wrong': {
    says: 'the token was made for another app',
    expects: on([...WITH_AUDIENCE, 'shop-minis', 'vtex'], REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'critical',
    source: 'RFC 8725 3.9; shopify-api; shopify.dev userTokenVerify (INVALID_MINI)',
    fix: AUDIENCE_RULE,
    mechanism: token(claims((_facts, good) => ({[good['audience'] === undefined ? 'aud' : 'audience']: 'another-app'}))),
  },
  'aud-missing': {
    says: 'the token says for no app that it is for it',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'high',
    source: 'shopify-app-js #387; ui-extensions #1817',
    fix: AUDIENCE_RULE,
    mechanism: token(claims({aud: undefined})),
  },
  'aud-null': {
    says: 'the audience of the token is null',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.3',
    fix: AUDIENCE_RULE,
    mechanism: token(claims({aud: null})),
  },
  'aud-empty': {
    says: 'the audience of the token is the empty text',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'high',
    source: 'every text contains the empty one',
    fix: AUDIENCE_RULE,
    mechanism: token(claims({aud: ''})),
  },
  'aud-empty-array': {
    says: 'the audience of the token is an empty list',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.3',
    fix: AUDIENCE_RULE,
    mechanism: token(claims({aud: []})),
  },
  'aud-prefix': {
    says: 'the audience of the token is the client id and a letter more',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'high',
    source: 'comparison by startsWith',
    fix: AUDIENCE_RULE,
    mechanism: token({
      after: claims(({world}) => ({aud: `${world.app.clientId}x`})),
      before: claims(({world}) => ({aud: `x${world.app.clientId}`})),
    }),
  },
  'aud-substring': {
    says: 'the audience of the token is the client id without its last letter',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'high',
    source: 'comparison by includes',
    fix: AUDIENCE_RULE,
    mechanism: token({
      'without the last': audience((id) => id.slice(0, -1)),
      'without the first': audience((id) => id.slice(1)),
      'one letter': audience((id) => id.slice(0, 1)),
    }),
  },
  'aud-upper': {
    says: 'the audience of the token is the client id in the other case',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.3 (case-sensitive)',
    fix: AUDIENCE_RULE,
    mechanism: token(audience((id) => otherCase(id))),
  },
  'aud-blank': {
    says: 'the audience of the token is the client id with a blank beside it',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 2 (StringOrURI, compared exactly)',
    fix: AUDIENCE_RULE,
    mechanism: token({
      before: claims(({world}) => ({aud: ` ${world.app.clientId}`})),
      after: claims(({world}) => ({aud: `${world.app.clientId}\n`})),
    }),
  },
  'aud-joined': {
    says: 'the audience of the token is a text that joins two client ids',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'high',
    source: 'comparison by includes',
    fix: AUDIENCE_RULE,
    mechanism: token({
      comma: claims(({world}) => ({aud: `another-app,${world.app.clientId}`})),
      blank: claims(({world}) => ({aud: `${world.app.clientId} another-app`})),
    }),
  },
  'aud-array-ok': {
    says: 'the audience of the token is a list that holds the client id alone',
    expects: on(WITH_AUDIENCE, EITHER),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.3; shopify-api refuses it',
    fix: 'Either is right; the platform sends a text.',
    mechanism: token(claims(({world}) => ({aud: [world.app.clientId]}))),
  },
  'aud-array-two': {
    says: 'the audience of the token is a list of another app and this one',
    expects: on(WITH_AUDIENCE, EITHER),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.3',
    fix: 'Either is right; the platform sends a text.',
    mechanism: token(claims(({world}) => ({aud: ['another-app', world.app.clientId]}))),
  },
  'aud-array-other': {
    says: 'the audience of the token is a list of other apps',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'high',
    source: 'RFC 7519 4.1.3',
    fix: AUDIENCE_RULE,
    mechanism: token({
      others: claims({aud: ['another-app', 'a-third-app']}),
      nested: claims(({world}) => ({aud: [[world.app.clientId]]})),
      longer: claims(({world}) => ({aud: [`${world.app.clientId}x`]})),
    }),
  },
  'aud-object': {
    says: 'the audience of the token is neither a text nor a list',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.3',
    fix: AUDIENCE_RULE,
    mechanism: token({
      object: claims(({world}) => ({aud: {id: world.app.clientId}})),
      key: claims(({world}) => ({aud: {[world.app.clientId]: true}})),
      true: claims({aud: true}),
      number: claims({aud: 1}),
    }),
  },
  'aud-pattern': {
    says: 'the audience of the token is a pattern that fits everything',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_AUDIENCE,
    class: 'defence',
    severity: 'medium',
    source: 'comparison by pattern',
    fix: AUDIENCE_RULE,
    mechanism: token({star: claims({aud: '*'}), 'regular expression': claims({aud: '.*'}), percent: claims({aud: '%'})}),
  },
  'iss-missing': {
    says: 'the token of the admin names no issuer',
    expects: on(STAFFED, REFUSE),
    elsewhere: NO_ISSUER,
    class: 'defence',
    severity: 'medium',
    source: 'shopify.dev (iss belongs to dest)',
    fix: ISSUER_RULE,
    mechanism: token(claims({iss: undefined})),
  },
  'iss-other-shop': {
    says: 'the issuer of the token is one shop, its dest another',
    expects: on(STAFFED, REFUSE),
    elsewhere: NO_ISSUER,
    class: 'defence',
    severity: 'high',
    source: 'shopify.dev; shopify_python_api session_token.py',
    fix: ISSUER_RULE,
    mechanism: token(claims({iss: 'https://other-shop.myshopify.com/admin'})),
  },
  'iss-evil-domain': {
    says: 'issuer and dest of the token are on a host that is no shop',
    expects: on(STAFFED, REFUSE),
    elsewhere: NO_ISSUER,
    class: 'defence',
    severity: 'high',
    source: 'sanitizeShop of shopify-api',
    fix: DEST_RULE,
    mechanism: token(claims({iss: 'https://evil.example/admin', dest: 'https://evil.example'})),
  },
  'iss-not-a-text': {
    says: 'the issuer of the token is no text',
    expects: on(STAFFED, REFUSE),
    elsewhere: NO_ISSUER,
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 4.1.1 (a string)',
    fix: ISSUER_RULE,
    mechanism: token({
      list: claims((_facts, {iss}) => ({iss: [iss]})),
      object: claims({iss: {}}),
      null: claims({iss: null}),
      number: claims({iss: 1}),
    }),
  },
  'iss-wrong': {
    says: 'the issuer of the post-purchase token is not the platform',
    expects: on(['post-purchase'], REFUSE),
    elsewhere: 'iss-other-shop says it of this kind of token',
    class: 'defence',
    severity: 'medium',
    source: 'shopify.dev post-purchase JWT specification',
    fix: 'Check that iss is "shopify".',
    mechanism: token({
      'the app': claims(({world}) => ({iss: world.app.clientId})),
      missing: claims({iss: undefined}),
      longer: claims({iss: 'shopify.evil.example'}),
    }),
  },
  'dest-missing': {
    says: 'the token names no shop',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_DEST,
    class: 'defence',
    severity: 'high',
    source: 'shopify.dev claim list',
    fix: DEST_RULE,
    mechanism: token(claims({dest: undefined})),
  },
  'dest-empty': {
    says: 'the shop of the token is the empty text',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_DEST,
    class: 'defence',
    severity: 'high',
    source: 'sanitizeShop of shopify-api',
    fix: DEST_RULE,
    mechanism: token({empty: claims({dest: ''}), blank: claims({dest: ' '}), 'scheme alone': claims({dest: 'https://'})}),
  },
  'dest-evil': destined('the shop of the token is a host that is no shop', 'high', 'sanitizeShop of shopify-api', () => 'evil.example'),
  'dest-suffix-trick': destined(
    'the shop of the token only begins like a shop',
    'high',
    'comparison by startsWith',
    (shop) => `${shop}.evil.example`,
  ),
  'dest-look-alike': destined(
    'the host of the token only ends in the letters of the platform’s, without the dot',
    'high',
    'comparison by endsWith("myshopify.com")',
    () => 'evilmyshopify.com',
  ),
  'dest-subdomain': destined(
    'the shop of the token is a subdomain of a shop',
    'medium',
    'sanitizeShop of shopify-api',
    (shop) => `evil.${shop}`,
  ),
  'dest-platform-alone': destined(
    'the shop of the token is the platform’s domain without a shop',
    'medium',
    'sanitizeShop of shopify-api',
    () => 'myshopify.com',
  ),
  'dest-userinfo-trick': destined(
    'the shop of the token is the user name before a host that is no shop',
    'high',
    'RFC 3986 3.2.1; a mistake in parsing URLs',
    (shop) => `${shop}@evil.example`,
  ),
  'dest-backslash-trick': destined(
    'a backslash ends the host of the token before the shop’s name',
    'high',
    'WHATWG URL: \\ counts as /',
    (shop) => `evil.example\\@${shop}`,
  ),
  'dest-fragment-trick': destined(
    'the shop of the token stands in the fragment or query of a host that is no shop',
    'high',
    'a mistake in parsing URLs',
    (shop) => `evil.example#.${shop}`,
    (shop) => `evil.example?.${shop}`,
    (shop) => `evil.example/.${shop}`,
  ),
  'dest-newline': destined(
    'a line break stands in the shop of the token',
    'medium',
    'patterns whose $ fits before a line break',
    (shop) => `${shop}\n`,
    (shop) => `evil.example\n${shop}`,
  ),
  'dest-port': destined('the shop of the token has a port', 'low', 'sanitizeShop of shopify-api', (shop) => `${shop}:8443`),
  'dest-dot': {
    ...destined('the shop of the token ends with a dot, which names the same host', 'low', 'RFC 1034 3.1', (shop) => `${shop}.`),
    expects: on(WITH_AUDIENCE, EITHER),
  },
  'dest-homograph': destined(
    'a letter of the shop in the token is a Cyrillic one that looks the same',
    'medium',
    'IDN homographs',
    (shop) => shop.replace(/[aeo]/, (letter) => ({a: 'а', e: 'е', o: 'о'})[letter] ?? letter),
  ),
  'dest-percent': destined('a letter of the shop in the token is percent-encoded', 'low', 'sanitizeShop of shopify-api', (shop) =>
    shop.replace('.', '%2e'),
  ),
  'dest-traversal': destined(
    'the shop of the token climbs up a path',
    'medium',
    'shops that become file or key names',
    () => '../../other-shop.myshopify.com',
    (shop) => `${shop}/../other-shop`,
  ),
  'dest-http': {
    says: 'the shop of the admin’s token has the scheme http',
    expects: on(STAFFED, REFUSE),
    elsewhere: 'dest has no scheme there',
    class: 'defence',
    severity: 'low',
    source: 'shopify.dev (https)',
    fix: DEST_RULE,
    mechanism: token({
      http: claims(({world}) => ({dest: `http://${world.shop.domain}`})),
      javascript: claims(({world}) => ({dest: `javascript://${world.shop.domain}`})),
    }),
  },
  'dest-scheme': {
    says: 'the shop of the token has a scheme, as in the admin',
    expects: on(BUYERS, EITHER),
    elsewhere: 'dest has a scheme there',
    class: 'defence',
    severity: 'low',
    source: 'shopify.dev shows both spellings',
    fix: 'Either is right; a backend for both surfaces needs both.',
    mechanism: token(claims(({world}) => ({dest: `https://${world.shop.domain}`}))),
  },
  'dest-path': {
    ...destined(
      'the shop of the token has a path',
      'low',
      'a mistake in parsing URLs',
      (shop) => `${shop}/admin`,
      (shop) => `${shop}/`,
    ),
    expects: on(WITH_AUDIENCE, EITHER),
  },
  'dest-upper': {
    ...destined('the shop of the token is in upper case', 'low', 'sanitizeShop of shopify-api refuses it', (shop) => shop.toUpperCase()),
    expects: on(WITH_AUDIENCE, EITHER),
  },
  'dest-array': {
    says: 'the shop of the token is no text',
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_DEST,
    class: 'defence',
    severity: 'medium',
    source: 'RFC 7519 2; a TypeError becomes a 500',
    fix: DEST_RULE,
    mechanism: token({
      list: claims((_facts, {dest}) => ({dest: [dest]})),
      object: claims((_facts, {dest}) => ({dest: {host: dest}})),
      number: claims({dest: 42}),
      null: claims({dest: null}),
      true: claims({dest: true}),
    }),
  },
  'sub-missing': {
    says: 'the token names nobody: the buyer is a guest',
    expects: {...on(BUYERS, ACCEPT), ...on(STAFFED, EITHER), ...on(['post-purchase'], EITHER)},
    class: 'interop',
    severity: 'high',
    source: 'laravel-shopify #426; shopify-api-ruby #1369',
    fix: 'Serve guests: sub is missing where nobody is signed in.',
    mechanism: token(claims({sub: undefined})),
  },
  'sub-number': {
    says: 'the subject of the token is a number',
    expects: on(APP_SIGNED, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.2 (a string)',
    fix: 'Take sub only as a text.',
    mechanism: token(claims({sub: 42})),
  },
  'sub-empty': {
    says: 'the subject of the token is the empty text',
    expects: on(WITH_AUDIENCE, EITHER),
    class: 'defence',
    severity: 'low',
    source: 'RFC 7519 4.1.2',
    fix: 'Treat it as nobody, never as everybody.',
    mechanism: token(claims({sub: ''})),
  },
  'jti-missing': {
    says: 'the token has no id',
    expects: on(WITH_AUDIENCE, EITHER),
    elsewhere: 'such a token has no jti',
    class: 'defence',
    severity: 'medium',
    source: 'shopify.dev claim list',
    fix: 'Either is right.',
    mechanism: token(claims({jti: undefined})),
  },
  'sid-missing': {
    says: 'the token of the admin names no session',
    expects: on(STAFFED, EITHER),
    elsewhere: 'such a token has no sid',
    class: 'interop',
    severity: 'medium',
    source: 'shopify-api-ruby #1369',
    fix: 'Either is right; a sid that is not there must not become a 500.',
    mechanism: token(claims({sid: undefined})),
  },
};

/** A host where the shop's should stand, with the scheme that the surface has. */
function destined(says: string, severity: Case['severity'], source: string, ...hosts: readonly ((shop: string) => string)[]): Case {
  const scheme = ({profile}: CaseFacts): string => (STAFFED.includes(profile) ? 'https://' : '');
  const variant = (host: (shop: string) => string): ReturnType<typeof claims> =>
    claims((facts) => {
      const dest = `${scheme(facts)}${host(facts.world.shop.domain)}`;
      return STAFFED.includes(facts.profile) ? {iss: `${dest}/admin`, dest} : {dest};
    });
  return {
    says,
    expects: on(WITH_AUDIENCE, REFUSE),
    elsewhere: NO_DEST,
    class: 'defence',
    severity,
    source,
    fix: DEST_RULE,
    mechanism: token(Object.fromEntries(hosts.map((host) => [hosts.length === 1 ? '' : host('<shop>'), variant(host)]))),
  };
}

/** Where the client id is so short that nothing is left to differ, another app's. */
function audience(change: (clientId: string) => string): ReturnType<typeof claims> {
  return claims(({world: {app}}) => {
    const aud = change(app.clientId);
    return {aud: aud === app.clientId ? 'another-app' : aud};
  });
}

function otherCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}
