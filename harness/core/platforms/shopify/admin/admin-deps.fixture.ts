import {createWorld} from '../../../world/world.ts';
import type {WorldOptions} from '../../../world/world.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import type {QueryDepsFixture} from '../graphql/query-deps.fixture.ts';
import type {AdminToken, RevokeRefusal} from './admin-access.ts';
import {AdminRecords} from './admin-records.ts';
import type {AdminDeps} from './admin-state.ts';

/** The time of these simulations, in milliseconds since 1970. */
export const NOW: number = Date.parse('2026-08-20T12:00:00Z');

/** The deps of the Admin API in a test, with what the test may change. */
export interface AdminDepsFixture extends AdminDeps {
  readonly queries: QueryDepsFixture;
  readonly clock: {now: number};
}

/** Makes deps of the Admin API, with a live offline token `shpat_live`. */
export function adminDeps(
  options: WorldOptions = {},
  tokens: Readonly<Record<string, Partial<AdminToken>>> = {},
): AdminDepsFixture {
  const {app, shop} = createWorld(options);
  const clock = {now: NOW};
  const now = (): number => clock.now;
  let count = 0;
  const newId = (type: string): string => `gid://shopify/${type}/${9000 + ++count}`;
  const scopes = {granted: [...app.scopes], required: app.scopes, optional: ['write_discounts']};
  const installation = {
    id: 'gid://shopify/AppInstallation/1',
    isInstalled: true,
    scopes,
    revoke(given: readonly string[]): RevokeRefusal | null {
      if (given.some((scope) => scopes.required.includes(scope))) {
        return {code: 'CANNOT_REVOKE_REQUIRED_SCOPES', scopes: given};
      }

      scopes.granted = scopes.granted.filter((scope) => !given.includes(scope));
      return null;
    },
    uninstall() {
      installation.isInstalled = false;
    },
  };

  return {
    app,
    shop,
    clock,
    now,
    newId,
    installation,
    queries: queryDeps(),
    records: new AdminRecords({now, newId}),
    tokens: {
      find(token) {
        const found = token === 'shpat_live' ? {} : tokens[token];
        return found === undefined ? null : {...liveToken(scopes.granted), ...found};
      },
    },
  };
}

function liveToken(scopes: readonly string[]): AdminToken {
  return {access: 'offline', scopes, staff: null, state: 'live', isRefusedAsPermanent: false};
}
