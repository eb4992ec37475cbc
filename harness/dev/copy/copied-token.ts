import type {TokenKind} from '../../core/simulation/token-kinds.ts';
import {PUBLISHED_TEST_SECRET} from '../../core/world/app.ts';
import type {World} from '../../core/world/world.ts';
import {inTurn, required} from '../../audit/shell.ts';
import {claimFlags, ofApp, type FlaggedToken} from './claim-flags.ts';

/**
 * Writes the shell line that mints a token with the same claims. Times are relative to now, so that the line is as
 * true tomorrow. It holds no token and no secret.
 */
export function tokenCommand(kind: TokenKind, token: FlaggedToken, world: World): string {
  const {flags, isRelative} = claimFlags(token, {kind, world});
  const isOfApp = !/^(?:vtex-|shop-minis$)/.test(kind);
  const needsSecret = isOfApp && world.app.clientSecret !== PUBLISHED_TEST_SECRET;

  return `${inTurn([
    ...(needsSecret ? [required(['SHOPIFY_API_SECRET'])] : []),
    ...(isRelative ? ['NOW="$(date +%s)"'] : []),
    ['npx simhost token', kind, ...ofApp(kind, world), ...flags].join(' '),
  ])}\n`;
}
