import {expect, test} from '@playwright/test';
import {STAFF} from '../../../world/staff.ts';
import {AppInstallation} from '../app-authorization/app-installation.ts';
import {AppTokens} from '../app-authorization/app-tokens.ts';
import {Ids} from '../../../world/ids.ts';
import {adminDeps} from './admin-deps.fixture.ts';
import type {AdminDepsFixture} from './admin-deps.fixture.ts';
import {answerDirectly} from './direct-api.ts';

const WHO = '{ currentStaffMember { name } }';

/** Makes deps with the real store of tokens, which knows what a staff member may do. */
function withTokens(scopes: readonly string[]): AdminDepsFixture {
  const deps = adminDeps({app: {scopes}});
  const {app, now} = deps;
  const installation = new AppInstallation(app);
  const tokens = new AppTokens({app, ids: new Ids({seed: 1, scope: 'direct'}), now, installation});
  return {...deps, installation, tokens};
}

test('a page of the app asks as the staff member', async () => {
  const deps = withTokens(['read_users']);
  const answer = await answerDirectly({body: {query: WHO}, version: null, staff: STAFF.grace}, deps);
  expect(answer).toMatchObject({
    status: 200,
    headers: {'x-shopify-api-version': '2025-10'},
    body: {data: {currentStaffMember: {name: 'Grace Hopper'}}},
  });
});

test('the permissions of the staff member limit the scopes of the app', async () => {
  const deps = withTokens(['read_users']);
  const answer = await answerDirectly({body: {query: WHO}, version: '2026-07', staff: STAFF.joan}, deps);
  expect(answer.body).toMatchObject({errors: [{extensions: {code: 'ACCESS_DENIED'}}]});
});
