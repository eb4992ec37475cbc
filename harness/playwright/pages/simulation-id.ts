import type {BrowserContext} from '@playwright/test';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {ACCOUNTS_HOST} from '../../core/platforms/shopify/shopify-hosts.ts';
import {ADMIN_HOST, ADMIN_PAGE} from '../../wire/admin.ts';
import {ADMIN_HOST_PAGE} from '../../wire/admin-pages.ts';
import {ACCOUNT_PAGE, CHECKOUT_PAGE, GIVEN_ID} from '../../wire/host-pages.ts';

/**
 * Gives the simulation's id to the host pages of a test's browser.
 *
 * The address of a page therefore looks as in production, and `page.goto` and a reload work. No other page, no frame and
 * no worker gets the id.
 */
export async function giveSimulationId(context: BrowserContext, {id, world}: SimulationCore): Promise<void> {
  const pages = {
    [ACCOUNTS_HOST]: ACCOUNT_PAGE.source,
    [world.shop.domain]: CHECKOUT_PAGE.source,
    [ADMIN_HOST]: `${ADMIN_PAGE.source}|${ADMIN_HOST_PAGE.source}`,
  };
  await context.addInitScript(installId, {id, pages, key: GIVEN_ID});
}

/** Runs in every document before its own code. It must not use anything outside of this function. */
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
