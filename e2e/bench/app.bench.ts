import type {BrowserContext} from '@playwright/test';
import {test} from 'simhost/playwright';
import {giveSimulationId} from '../../harness/playwright/pages/simulation-id.ts';
import {coreOf} from '../core-of.ts';
import {recordAim, roundsOf} from './figures.ts';
import {inTurns, ratioOf, report, timed} from './measure.ts';

const ROUNDS = roundsOf(15);
const APP_URL = 'https://product-desk.example.com';
const FLOOR = 'floor: the app alone';
const FRAMED = 'the app in the admin';

/** App Bridge does not lead this browser's top window to the admin. */
const MOBILE_APP = 'Shopify Mobile/Android/10.0';

test.use({
  app: {clientId: 'key', clientSecret: 'secret of the bench', url: APP_URL},
  backends: {[APP_URL]: {command: 'npm start', cwd: '../../fixtures/apps/router-app'}},
});

test('first load of an embedded app to its first heading, against the app without the admin', async ({
  browser,
  contextOptions,
  gateway,
  simulation,
  userAgent,
}) => {
  const core = coreOf(simulation);
  const {app, shop} = simulation.world;
  const handle = shop.domain.replace('.myshopify.com', '');
  const inAdmin = `https://admin.shopify.com/store/${handle}/apps/${app.clientId}`;
  const throughGateway = {...contextOptions, proxy: {server: gateway.proxy}, ignoreHTTPSErrors: true};

  /** Opens an address in a new browser context. Resolves with the milliseconds until the app shows a heading. */
  const firstLoad = async (address: string, agent: string): Promise<number> => {
    const context = await browser.newContext({...throughGateway, userAgent: agent});
    await giveSimulationId(context, core as unknown as Parameters<typeof giveSimulationId>[1]);
    const shown = headingIn(context);
    await context.addInitScript(reportHeading, APP_URL);

    const page = await context.newPage();
    const time = await timed(async () => {
      await page.goto(address, {waitUntil: 'commit'});
      await shown;
    });
    await context.close();
    return time;
  };

  const launch = (): Promise<string> => core.appAccess.launchUrl(`${APP_URL}/`, {locale: 'en'});
  const agent = userAgent ?? '';

  // Only the first load of all exchanges a token.
  await firstLoad(inAdmin, agent);
  const loads = await inTurns(ROUNDS, {
    [FLOOR]: async () => firstLoad(await launch(), `${agent} ${MOBILE_APP}`),
    [FRAMED]: () => firstLoad(inAdmin, agent),
  });

  console.log(report('First load of an embedded app to its first heading', loads));
  recordAim('appFirstLoad', ratioOf(loads, {of: FRAMED, to: FLOOR}));
});

/** Resolves when a page of the app has reported a heading. */
function headingIn(context: BrowserContext): Promise<void> {
  return new Promise((resolve, reject) => {
    context.exposeFunction('headingShown', resolve).catch(reject);
  });
}

/** Reports the first heading of a document of the app. Runs in the page; headings are also in shadow trees. */
function reportHeading(origin: string): void {
  if (globalThis.location.origin !== origin) return;

  const isHeading = (element: Element): boolean =>
    element.matches('h1, h2, [role="heading"]') && element.getClientRects().length > 0;
  const hasHeading = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      (element) => isHeading(element) || (element.shadowRoot !== null && hasHeading(element.shadowRoot)),
    );

  const look = (): void => {
    if (!hasHeading(document)) return void requestAnimationFrame(look);
    void (globalThis as unknown as {headingShown(): Promise<void>}).headingShown();
  };
  look();
}
