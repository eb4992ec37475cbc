/**
 * The first script of a storefront's page in the author's own browser. It keeps requests at the local server, reports
 * what happens, and follows the clock.
 *
 * @module
 */
import {LIVE_KEY} from '../../wire/live-page.ts';
import {livePage} from './asking.ts';
import {followChanges} from './changes.ts';
import {reportEverything} from './reports.ts';
import {forwardRequests} from './requests.ts';
import {installDate} from './simulated-date.ts';

takeKey();
forwardRequests();
reportEverything();
void followChanges(installDate(livePage.clock));

/** Takes the key from the fragment, so that the author's code does not see it there. */
function takeKey(): void {
  const given = /^#simhost=([\w-]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return;

  sessionStorage.setItem(LIVE_KEY, given);
  history.replaceState(history.state, '', location.pathname + location.search);
}
