import {createWorld} from '../../../world/world.ts';
import type {WorldOptions} from '../../../world/world.ts';
import {AppInstallation} from '../app-authorization/app-installation.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import type {QueryDepsFixture} from '../graphql/query-deps.fixture.ts';
import type {AdminToken} from './admin-access.ts';
import {AdminRecords} from './admin-records.ts';
import type {AdminDeps} from './admin-state.ts';
import {answerAdmin} from './answer-admin.ts';
import {shopModel} from './model/shop-model.fixture.ts';

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
  const world = createWorld(options);
  const {app, shop} = world;
  const clock = {now: NOW};
  const now = (): number => clock.now;
  let count = 0;
  const newId = (type: string): string => `gid://shopify/${type}/${9000 + ++count}`;
  const installation = new AppInstallation(app);

  return {
    app,
    shop,
    clock,
    now,
    newId,
    installation,
    queries: queryDeps(),
    records: new AdminRecords({now, newId}),
    model: shopModel(world, now),
    nextFault: async () => null,
    tokens: {
      revoke: () => {},
      scopesOf: () => installation.scopes.granted,
      find(token) {
        const found = token === 'shpat_live' ? {} : tokens[token];
        return found === undefined ? null : {...liveToken(installation.scopes.granted), ...found};
      },
    },
  };
}

/** Answers a query of an offline token, as JSON. */
export async function ask(
  deps: AdminDeps,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const caller = liveToken(deps.installation.scopes.granted);
  const {body} = await answerAdmin({version: '2026-07', body: {query, variables}, caller}, deps);
  return JSON.parse(JSON.stringify(body));
}

function liveToken(scopes: readonly string[]): AdminToken {
  return {access: 'offline', scopes, staff: null, state: 'live', isRefusedAsPermanent: false};
}
