/**
 * The first script of a storefront's page in the author's own browser. It keeps requests at the local server, reports
 * what happens, and follows the clock.
 *
 * @module
 */
import {livePage} from './asking.ts';
import {followChanges} from './changes.ts';
import {takeKey} from './page-key.ts';
import {reportEverything} from './reports.ts';
import {forwardRequests} from './requests.ts';
import {installDate} from './simulated-date.ts';

takeKey();
forwardRequests();
reportEverything();
void followChanges(installDate(livePage.clock));
