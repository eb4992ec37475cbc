import {shopperToken} from '../../platforms/vtex/vtex-tokens.ts';
import {withTrailingBits} from '../base64url-forms.ts';
import type {Case, TokenMutation} from '../case.ts';
import {ACCEPT, EITHER, forAllProfiles, forProfiles, overrides, REFUSE} from '../expectations.ts';
import {exchange, testOnly, token} from '../mechanisms.ts';
import {
  APP_SIGNED,
  CUSTOMER_PROFILES,
  only,
  PROFILES_WITH_AUDIENCE,
  WITH_JTI,
  WITH_NBF,
} from '../profile-groups.ts';
import {claims, expiringIn, replacedBy, signedBy} from '../token-mutations.ts';

const TOLERANCE = 'Allow clocks to differ by 10 s, as shopify-api does.';
const LIVING_A_DAY = only(['vtex'], 'these tokens live for a shorter time');

/** Over the life of a token: ageing, being sent again, clocks that differ, secrets that change. */
export const LIFECYCLE: Readonly<Record<string, Case>> = {
  'life-expire-in-flight': {
    title: 'the token has one second left when it is sent, and may expire in transit',
    expects: forAllProfiles(EITHER),
    class: 'anyone',
    severity: 'high',
    source: 'shopify-app-bridge #424',
    fix: 'Answer 401, so that the extension asks for another token.',
    mechanism: token(claims(({now}) => ({exp: now + 1}))),
  },
  'life-cached-edge': {
    title: 'the page gives out a token with two seconds left',
    expects: {...forAllProfiles(EITHER), ...overrides(PROFILES_WITH_AUDIENCE, ACCEPT)},
    class: 'interop',
    severity: 'high',
    source: 'turbolinks-jwt-sample-app #9',
    fix: TOLERANCE,
    mechanism: token({'2 s': expiringIn(2), '1 s': expiringIn(1), '0 s': expiringIn(0)}),
  },
  'life-idle-24h': {
    title: 'the page is idle for 24 hours, then sends one request',
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-bridge #424, a comment',
    fix: 'Ask for a token before every request; never keep one in a variable.',
    mechanism: testOnly("await host.clock.advance('24h')"),
  },
  'life-clock-browser-fast': {
    title: "the browser's clock is some seconds fast, so nbf is in the future",
    expects: forProfiles(WITH_NBF, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-bridge #59; shopify_python_api #600',
    fix: TOLERANCE,
    mechanism: token({'3 s': ahead(3), '9 s': ahead(9)}),
  },
  'life-clock-browser-too-fast': {
    title: "the browser's clock is faster than the tolerance allows",
    expects: forProfiles(WITH_NBF, REFUSE),
    class: 'defence',
    severity: 'medium',
    source: 'shopify-api JWT_PERMITTED_CLOCK_TOLERANCE = 10',
    fix: 'Check nbf, with a tolerance of 10 s at most.',
    mechanism: token({'15 s': ahead(15), '60 s': ahead(60)}),
  },
  'life-clock-server-slow': {
    title: "the backend's clock is three seconds slow",
    expects: forProfiles(WITH_NBF, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify-app-template-node #1218',
    fix: TOLERANCE,
    mechanism: token(ahead(3)),
  },
  'life-clock-server-fast': {
    title: "the backend's clock is three seconds fast, and the token had five seconds left",
    expects: forProfiles(
      only(PROFILES_WITH_AUDIENCE, APP_SIGNED.reason, {
        'post-purchase': 'the allowed clock difference is not documented',
      }),
      ACCEPT,
    ),
    class: 'interop',
    severity: 'medium',
    source: 'shopify_app #1905',
    fix: TOLERANCE,
    mechanism: token(expiringIn(2)),
  },
  'life-clock-step-back': {
    title: "the backend's clock goes back one second after the token was made",
    expects: forProfiles(WITH_NBF, ACCEPT),
    class: 'interop',
    severity: 'medium',
    source: 'surrealdb #7491',
    fix: TOLERANCE,
    mechanism: token(ahead(1)),
  },
  'life-replay-jti': {
    title: 'one token is sent twice while it is valid',
    expects: forProfiles(WITH_JTI, EITHER),
    class: 'anyone',
    severity: 'medium',
    source: 'shopify.dev documents jti against replay; pages send one token many times',
    fix: 'Either answer is fine on routes that only read; remember jti if a request changes something.',
    mechanism: exchange(async (given, {token: mint, carry}) => {
      const jws = await mint();
      return [{request: carry(given, jws), expects: ACCEPT}, {request: carry(given, jws)}];
    }),
  },
  'life-replay-malleable': {
    title: 'one token is sent twice, the second time with the same bytes in another spelling',
    expects: forProfiles(WITH_JTI, REFUSE),
    class: 'anyone',
    severity: 'medium',
    source: 'joserfc #51; a denylist of raw tokens does not see it',
    fix: 'Accept only the exact compact form, and remember jti rather than the token string.',
    presupposes: ['sig-flip'],
    mechanism: exchange(async (given, {token: mint, carry}) => {
      const jws = await mint();
      return [{request: carry(given, jws), expects: ACCEPT}, {request: carry(given, withSpareBits(jws))}];
    }),
  },
  'life-replay-after-expiry': {
    title: 'one token is sent again after exp plus tolerance',
    expects: forProfiles(APP_SIGNED, REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'verdicts kept by token past its exp',
    fix: 'Cache a verdict no longer than the exp of its token.',
    waitSeconds: 15,
    presupposes: ['exp-past-60'],
    mechanism: exchange(async (given, {token: mint, carry}) => {
      const jws = await mint(expiringIn(4));
      // Never sent before: if it is accepted as well, nothing was cached, and the tolerance is longer.
      const control = carry(given, await mint(expiringIn(4)));
      return [
        {request: carry(given, jws), expects: ACCEPT},
        {request: {...carry(given, jws), control}, after: 15},
      ];
    }),
  },
  'life-replay-other-user': {
    title: 'two tokens with the same jti are sent, the second for another user',
    expects: forProfiles(only(CUSTOMER_PROFILES, WITH_JTI.reason), EITHER),
    class: 'defence',
    severity: 'medium',
    source: 'verdicts kept by jti',
    fix: 'Cache a verdict by the whole token, never by its jti.',
    mechanism: exchange(async (given, {token: mint, carry}) => {
      const id = claims({jti: 'one-id-for-two-tokens'});
      const other = claims({jti: 'one-id-for-two-tokens', sub: 'gid://shopify/Customer/7002'});
      return [{request: carry(given, await mint(id))}, {request: carry(given, await mint(other))}];
    }),
  },
  'life-bad-after-good': {
    title: 'a valid token is followed at once by the same claims with a wrong signature',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'verdicts kept by claims instead of by token',
    fix: 'Cache a verdict by the whole token, signature included.',
    presupposes: ['sig-flip'],
    mechanism: exchange(async (given, {token: mint, carry}) => {
      const jws = await mint();
      const at = jws.lastIndexOf('.') + 1;
      const flipped = `${jws.slice(0, at)}${jws.charAt(at) === 'A' ? 'B' : 'A'}${jws.slice(at + 1)}`;
      return [{request: carry(given, jws), expects: ACCEPT}, {request: carry(given, flipped)}];
    }),
  },
  'life-good-after-bad': {
    title: 'a refused token is followed at once by a valid one',
    expects: forProfiles(APP_SIGNED, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'lock-outs and verdicts kept by address',
    fix: 'A refusal must not affect the next request.',
    presupposes: ['exp-past-60'],
    mechanism: exchange(async (given, {token: mint, carry}) => [
      {request: carry(given, await mint(expiringIn(-60))), expects: REFUSE},
      {request: carry(given, await mint())},
    ]),
  },
  'life-rotate-secret': {
    title: 'the token was signed with the previous secret while both secrets are valid',
    expects: forProfiles(APP_SIGNED, ACCEPT),
    class: 'interop',
    severity: 'high',
    source: 'shopify-api-ruby old_api_secret_key; shopify-api of JavaScript has none',
    fix: 'If the current secret does not match, try the previous one until the rotation is over.',
    needs: 'previousSecret',
    mechanism: token(signedBy(({previousSecret = ''}) => ({alg: 'HS256', secret: previousSecret}))),
  },
  'life-401-loop': {
    title: 'the backend always answers 401, and the extension must stop after one retry',
    class: 'interop',
    severity: 'high',
    source: 'gnikyt/laravel-shopify #874; shopify_app #1905',
    fix: 'Ask for a fresh token once; after a second 401, show an error.',
    mechanism: testOnly("await host.arm('key-wrong', {times: Infinity})"),
  },
  'life-concurrent-refresh': {
    title: 'twenty calls at the moment of expiry cause only one token request',
    class: 'interop',
    severity: 'medium',
    source: 'shop-minis useGenerateUserToken, pendingRequest',
    fix: 'Leave caching to the host: call sessionToken.get() before every request.',
    mechanism: testOnly(
      "await host.clock.advance('6m'), then let the extension send twenty requests at once",
    ),
  },
  'life-minis-buffer': {
    title: 'the user token has less than five minutes left, so the hook asks for another',
    class: 'interop',
    severity: 'medium',
    source: 'shop-minis useGenerateUserToken',
    fix: 'Call generateUserToken() before every request.',
    mechanism: testOnly("await mini.clock.advance('23h56m')"),
  },
  'life-minis-expired-mock': {
    title: 'expiresAt of the user token is in the past, so the hook never keeps it',
    class: 'interop',
    severity: 'medium',
    source: 'shop-minis-react src/mocks.ts (2025-01-01)',
    fix: 'Call generateUserToken() before every request.',
    mechanism: testOnly("mini.arm('exp-past-60', {times: Infinity})"),
  },
  'life-minis-bad-date': {
    title: 'expiresAt of the user token is not a readable date',
    class: 'interop',
    severity: 'low',
    source: 'shop-minis useGenerateUserToken',
    fix: 'Call generateUserToken() before every request.',
    mechanism: testOnly("mini.answer('generateUserToken', {expiresAt: 'not a date'})"),
  },
  'life-vtex-24h': {
    title: 'the token is in the last second of its 24 hours',
    expects: forProfiles(LIVING_A_DAY, EITHER),
    class: 'interop',
    severity: 'medium',
    source: 'VTEX refresh token guide',
    fix: 'Refresh by vid_rt before the token expires.',
    mechanism: token(claims(({now, life}) => ({exp: now + 1, iat: now + 1 - life}))),
  },
  'life-vtex-24h-over': {
    title: "the token's 24 hours ended a minute ago",
    expects: forProfiles(LIVING_A_DAY, REFUSE),
    class: 'anyone',
    severity: 'high',
    source: 'VTEX refresh token guide',
    fix: 'Answer 401, and refresh by vid_rt.',
    mechanism: token(replacedBy(shopperToken, ({now, life}) => ({now: (now - life - 60) * 1000}))),
  },
};

/** Made by a clock that is so many seconds ahead. */
function ahead(seconds: number): TokenMutation {
  return claims(({now, life}) => ({exp: now + seconds + life, nbf: now + seconds, iat: now + seconds}));
}

function withSpareBits(jws: string): string {
  const [header = '', body = '', signature = ''] = jws.split('.');
  return [header, body, withTrailingBits(signature)].join('.');
}
