import type {BrowserContext} from '@playwright/test';
import type {Simulation} from '../core/simulation/simulation.ts';
import {ACCOUNTS_HOST} from '../core/platforms/shopify/shopify-hosts.ts';
import {ACCOUNT_PAGE, CHECKOUT_PAGE, GIVEN_ID} from '../wire/host-pages.ts';

/**
 * Tells the host pages of a test's browser which simulation they belong to, so that their addresses need not: they look
 * as in production, can be reloaded, and can be opened by `page.goto`. No other page, no frame and no worker gets the id.
 */
export async function giveSimulationId(context: BrowserContext, {id, world}: Simulation): Promise<void> {
  const pages = {[ACCOUNTS_HOST]: ACCOUNT_PAGE.source, [world.shop.domain]: CHECKOUT_PAGE.source};
  await context.addInitScript(installId, {id, pages, key: GIVEN_ID});
}

/** Runs in every document, before its own code: nothing outside of this function exists there. */
function installId({id, pages, key}: {id: string; pages: Record<string, string>; key: string}): void {
  const scope = globalThis as unknown as {
    self: object;
    top: object | null;
    location: {protocol: string; hostname: string; pathname: string};
  };

  const {protocol, hostname, pathname} = scope.location;
  const paths = pages[hostname];

  if (
    scope.self !== scope.top ||
    protocol !== 'https:' ||
    paths === undefined ||
    !new RegExp(paths).test(pathname)
  )
    return;

  Object.defineProperty(scope, Symbol.for(key), {value: id, configurable: true});
}
