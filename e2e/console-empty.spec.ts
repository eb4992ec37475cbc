import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import type {FromConsole, ToConsole} from '../harness/wire/console.ts';

const DEV = ['dev', 'fixtures/extensions/styles/dom', '--port', '0'];
const CHANNEL = /\/\.simhost\/console\b/;

/** The line about tokens, and the button that starts the code, of each kind of page. */
const LINES = {
  extension: ['Extensions get one by sessionToken.get().', 'Restart the extension'],
  page: ['A page gets one by shopify.sessionToken.get().', 'Restart the page'],
  Mini: ['Minis get one by generateUserToken().', 'Restart the Mini'],
  store: ['Shoppers get one when they sign in.', 'Restart the store'],
} as const;

test('empty lists say how they fill, in the words of each kind of page', async ({running, page}) => {
  let noun: keyof typeof LINES = 'extension';
  await page.routeWebSocket(CHANNEL, (socket) => {
    const server = socket.connectToServer();
    const questions = new Set<number>();

    socket.onMessage((text) => {
      const message = JSON.parse(String(text)) as FromConsole;
      if (message.type === 'get' && message.what === 'given-tokens') questions.add(message.id);
      server.send(text);
    });

    // Nothing has happened, and no token was given out.
    server.onMessage((text) => {
      const message = JSON.parse(String(text)) as ToConsole;
      if (message.type === 'events') return;
      if (message.type === 'welcome')
        return socket.send(JSON.stringify({...message, welcome: {...message.welcome, noun}}));
      const isList = message.type === 'answer' && questions.has(message.id);
      socket.send(isList ? JSON.stringify({...message, value: []}) : text);
    });
  });

  await page.goto(await running.startWithConsole(DEV));
  for (const [name, [tokens, restart]] of Object.entries(LINES)) {
    noun = name as keyof typeof LINES;
    await page.reload();
    await page.getByRole('tab', {name: 'Requests'}).click();
    await expect(page.getByText('No request has been sent yet.')).toBeVisible();
    await expect(page.getByRole('button', {name: restart})).toBeVisible();
    await page.getByRole('tab', {name: 'Tokens'}).click();
    await expect(page.getByText(`No token has been given out. ${tokens}`)).toBeVisible();
    await page.getByRole('tab', {name: 'Clock'}).click();
    await expect(page.getByText('No token was sent yet.')).toBeVisible();
    await page.getByRole('tab', {name: 'Calls & logs'}).click();
    await expect(page.getByText('Nothing yet. Here come calls')).toBeVisible();
  }
});

test('the dot of a build turns only after 300 ms', async ({running, page}) => {
  // A console that hears nothing waits for its first build.
  await page.routeWebSocket(CHANNEL, () => {});
  await page.goto(await running.startWithConsole(DEV));
  await expect(page.getByText('Building …')).toBeVisible();

  const looks = await page.locator('.build .dot').evaluate((dot) => {
    const [animation] = dot.getAnimations();
    if (animation === undefined) return [];
    animation.pause();
    return [299, 301].map((time) => {
      animation.currentTime = time;
      return getComputedStyle(dot).backgroundImage.slice(0, 5);
    });
  });
  expect(looks).toEqual(['none', 'conic']);
});
