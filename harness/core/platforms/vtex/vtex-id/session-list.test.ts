import {expect} from '@playwright/test';
import {createSimulationCore} from '../../../simulation/simulation-core.ts';
import {STORE, answerOf, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';
import {REFRESH, signIn} from './login.fixture.ts';

test('lists a session, and refuses it everywhere once it is revoked', async ({ask}) => {
  const [phone, laptop] = [cookiesSetBy(await signIn(ask)), cookiesSetBy(await signIn(ask))];
  const bea = cookiesSetBy(await signIn(ask, {login: 'bea@engines.example'}));
  const list = `${STORE}/api/vtexid/sessions?scope=acme`;
  const {currentSessionId, sessions} = (await bodyOf(await ask(list, {cookie: phone}))) as {
    currentSessionId: string;
    sessions: {id: string}[];
  };

  expect(sessions).toHaveLength(2);
  const lost = sessions.find(({id}) => id !== currentSessionId)?.id ?? '';
  const revoke = `${STORE}/api/vtexid/sessions/${lost}/revoke`;

  expect((await ask(revoke, {method: 'POST', cookie: bea})).status).toBe(404);
  expect((await ask(revoke, {method: 'POST', cookie: phone})).status).toBe(204);

  for (const [cookie, status] of [
    [phone, 200],
    [laptop, 401],
  ] as const) {
    expect((await ask(`${STORE}/api/oms/user/orders`, {cookie})).status).toBe(status);
  }

  expect(await bodyOf(await ask(REFRESH, {cookie: laptop, json: {}}))).toMatchObject({
    status: 'InvalidToken',
  });
});

test('two simulations share no session', async ({ask, simulation}) => {
  const other = createSimulationCore();
  const {session, token} = await simulation.vtex.sessions.login('ada');
  other.vtex.sessions.revoke(session.sess);
  expect((await ask(`${STORE}/api/oms/user/orders`, {token})).status).toBe(200);
  expect((await answerOf(other, `${STORE}/api/oms/user/orders`, {token})).status).toBe(401);
});
