// The cases that Shopify's own tests of the hook have (C), and those that they lack (X), against the published SDK.
import {test, expect} from 'simhost/playwright';
import type {Mini} from 'simhost/playwright';
import type {Page} from '@playwright/test';

type Outcome =
  | {
      response: {
        data: {token: string | null; expiresAt: string | null; userState: string | null};
        userErrors?: {code: string}[];
      };
    }
  | {error: {message: string; code?: string}};

/** Calls the hook's function of that instance `times` times at once; what came, and whether it was one object. */
async function call(
  page: Page,
  {instance = 'first', times = 1}: {instance?: string; times?: number} = {},
): Promise<{outcomes: Outcome[]; same: boolean; kept: boolean}> {
  await page.waitForFunction(
    (name) => name in ((window as never as {called?: object}).called ?? {}),
    instance,
    {timeout: 20_000},
  );

  return page.evaluate(
    async ([name, count]) => {
      const all = window as never as {called: Record<string, () => Promise<unknown>>; before?: unknown};
      const settled = await Promise.allSettled(Array.from({length: count}, async () => all.called[name]?.()));
      const values = settled.map((each) => (each.status === 'fulfilled' ? each.value : each.reason));
      const kept = values[0] === all.before;
      all.before = values[0];
      const outcomes = settled.map((each) => {
        if (each.status === 'fulfilled') return {response: each.value};
        const {message, code} = each.reason as {message: string; code?: string};
        return {error: {message, ...(code === undefined ? {} : {code})}};
      });

      return {outcomes: outcomes as never, same: values.every((value) => value === values[0]), kept};
    },
    [instance, times] as const,
  );
}

const hostCalls = (mini: Mini): number =>
  mini.calls.all.filter(({action}) => action === 'generateUserToken').length;
/** Loads the Mini once more, with hooks that hold no token, and counts the calls of the Shop app from then on. */
async function fresh(
  name: string,
  {mini, page}: {mini: Mini; page: Page},
  prove: (calls: () => number) => Promise<void>,
): Promise<void> {
  await test.step(name, async () => {
    await page.reload();
    const before = hostCalls(mini);
    await prove(() => hostCalls(mini) - before);
  });
}

const tokenOf = ({outcomes: [outcome]}: {outcomes: Outcome[]}): string | null => {
  if (outcome === undefined || 'error' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome.response.data.token;
};

test("the hook does what Shopify's own tests of it say", async ({mini, page}) => {
  await mini.open('fixtures/minis/hook');

  await fresh('C1: the first call generates a new token', {mini, page}, async (calls) => {
    const {outcomes} = await call(page);
    expect(outcomes).toEqual([
      {
        response: {
          data: {token: expect.stringMatching(/^eyJ/), expiresAt: expect.any(String), userState: 'VERIFIED'},
        },
      },
    ]);

    expect(calls()).toBe(1);
  });

  await fresh('C2: a rejected action rejects the call', {mini, page}, async () => {
    await mini.answer('generateUserToken', {rejection: {message: 'Network error'}});
    expect((await call(page)).outcomes).toEqual([{error: {message: 'Network error'}}]);
  });

  await fresh('C3: no token and user errors are returned, not thrown', {mini, page}, async () => {
    await mini.answer('generateUserToken', 'USER_NOT_FOUND');
    expect((await call(page)).outcomes).toEqual([
      {
        response: {
          data: {token: null, expiresAt: null, userState: null},
          userErrors: [{code: 'USER_NOT_FOUND', message: 'User not found', field: null}],
        },
      },
    ]);
  });

  await fresh('C4: the second call returns what the first got', {mini, page}, async (calls) => {
    await call(page);
    expect((await call(page)).kept).toBe(true);
    expect(calls()).toBe(1);
  });

  await fresh('C5: an expired token is replaced', {mini, page}, async (calls) => {
    const first = tokenOf(await call(page));
    await mini.clock.advance('25h');
    expect(tokenOf(await call(page))).not.toBe(first);
    expect(calls()).toBe(2);
  });

  await fresh('C6: a token within five minutes of its end is replaced', {mini, page}, async () => {
    const first = tokenOf(await call(page));
    await mini.clock.advance('23h56m');
    expect(tokenOf(await call(page))).not.toBe(first);
  });

  await fresh('C7: a token with an hour left is reused', {mini, page}, async (calls) => {
    await call(page);
    await mini.clock.advance('23h');
    expect((await call(page)).kept).toBe(true);
    expect(calls()).toBe(1);
  });

  await fresh('C8: two calls at once are one request', {mini, page}, async (calls) => {
    await mini.answer('generateUserToken', {delay: 100});
    expect(await call(page, {times: 2})).toMatchObject({same: true});
    expect(calls()).toBe(1);
  });

  await fresh('C9: five rapid calls are one request', {mini, page}, async (calls) => {
    expect(await call(page, {times: 5})).toMatchObject({same: true});
    expect(calls()).toBe(1);
  });

  await fresh('C10: after an error the next call tries again', {mini, page}, async (calls) => {
    await mini.answer('generateUserToken', {rejection: {message: 'Network error'}});
    await call(page);
    expect(tokenOf(await call(page))).toMatch(/^eyJ/);
    expect(calls()).toBe(2);
  });

  await fresh(
    'C11: calls that fail together fail with one error, and the next one works',
    {mini, page},
    async () => {
      await mini.answer('generateUserToken', {rejection: {message: 'Network error'}, delay: 100});
      const failed = await call(page, {times: 2});
      expect(failed).toMatchObject({
        same: true,
        outcomes: [{error: {message: 'Network error'}}, {error: {message: 'Network error'}}],
      });

      expect(tokenOf(await call(page))).toMatch(/^eyJ/);
    },
  );
});

test('the hook does what these tests lack', async ({mini, page}) => {
  await mini.open('fixtures/minis/hook');

  await fresh('X1: an action that is not ok rejects with its own error and code', {mini, page}, async () => {
    await mini.answer('generateUserToken', {error: {message: 'Shop is closed', code: 'CLOSED'}});
    expect((await call(page)).outcomes).toEqual([{error: {message: 'Shop is closed', code: 'CLOSED'}}]);
  });

  await fresh('X2: a token with user errors is kept like any other', {mini, page}, async () => {
    await mini.answer('generateUserToken', {userErrors: ['MINI_NOT_FOUND']});
    expect((await call(page)).outcomes).toMatchObject([
      {response: {data: {token: expect.stringMatching(/^eyJ/)}, userErrors: [{code: 'MINI_NOT_FOUND'}]}},
    ]);
    expect((await call(page)).kept).toBe(true);
  });

  await fresh(
    'X3: reused 5 min and 1 ms before its end, replaced 5 min before it',
    {mini, page},
    async (calls) => {
      await mini.clock.freeze('2026-11-20T12:00:00Z');
      await call(page);
      await mini.clock.set(Date.parse('2026-11-21T11:55:00Z') - 1);
      expect((await call(page)).kept).toBe(true);
      await mini.clock.advance(1);
      expect((await call(page)).kept).toBe(false);
      expect(calls()).toBe(2);
    },
  );

  await fresh(
    'X4: a date that cannot be read is never reused, and throws nothing',
    {mini, page},
    async (calls) => {
      await mini.answer('generateUserToken', {expiresAt: 'garbage'});
      expect(tokenOf(await call(page))).toMatch(/^eyJ/);
      expect((await call(page)).kept).toBe(false);
      expect(calls()).toBe(2);
    },
  );

  await fresh('X5: each instance of the hook has its own token', {mini, page}, async (calls) => {
    await page.waitForFunction(() => 'called' in window);
    await page.evaluate(() =>
      (window as never as {called: {setInstances(names: string[]): void}}).called.setInstances([
        'first',
        'second',
      ]),
    );

    const first = tokenOf(await call(page));
    expect(tokenOf(await call(page, {instance: 'second'}))).not.toBe(first);
    expect(calls()).toBe(2);
  });

  await fresh('X6: a remounted component has lost its token', {mini, page}, async (calls) => {
    const first = tokenOf(await call(page));
    const mount = (names: string[]): Promise<void> =>
      page.evaluate(
        (to) => (window as never as {called: {setInstances(names: string[]): void}}).called.setInstances(to),
        names,
      );

    await mount([]);
    await expect(page.getByText('Caller first')).toBeHidden();
    await mount(['first']);
    expect(tokenOf(await call(page))).not.toBe(first);
    expect(calls()).toBe(2);
  });

  await fresh('X7: a guest has a token too', {mini, page}, async () => {
    await mini.signOut();
    expect((await call(page)).outcomes).toMatchObject([
      {response: {data: {userState: 'GUEST', token: expect.stringMatching(/^eyJ/)}}},
    ]);
  });

  await mini.signIn('ada');

  for (const code of ['MINI_NOT_FOUND', 'USER_NOT_FOUND'] as const) {
    await fresh(`X8: ${code} comes as a user error, and is not kept`, {mini, page}, async () => {
      await mini.answer('generateUserToken', code);
      expect((await call(page)).outcomes).toMatchObject([
        {response: {data: {token: null}, userErrors: [{code}]}},
      ]);
      expect(tokenOf(await call(page))).toMatch(/^eyJ/);
    });
  }

  for (const fields of [
    {token: null},
    {expiresAt: null},
    {userState: null},
    {token: null, expiresAt: null, userState: null},
  ]) {
    await fresh(`null in ${Object.keys(fields).join(', ')} reaches the Mini`, {mini, page}, async () => {
      await mini.answer('generateUserToken', fields);
      expect((await call(page)).outcomes).toMatchObject([{response: {data: fields}}]);
      expect((await call(page)).kept).toBe(!('token' in fields) && !('expiresAt' in fields));
    });
  }
});
