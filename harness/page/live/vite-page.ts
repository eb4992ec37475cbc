/**
 * The first script of a page that Vite serves. It sends requests to the platform and to mapped backends through the
 * server of Vite, reports errors and what a person does, and follows the clock.
 *
 * @module
 */
import './vite-key.ts';
import {PAGE_QUESTION, type PageQuestion} from '../../wire/live-page.ts';
import {ask, livePage} from './asking.ts';
import {followChanges} from './changes.ts';
import {noteToken} from './given-tokens.ts';
import {reportDeeds, reportErrors} from './reports.ts';
import {forwardRequests} from './requests.ts';
import {installDate} from './simulated-date.ts';

Object.defineProperty(globalThis, Symbol.for(PAGE_QUESTION), {
  value: async (question: string): Promise<unknown> => {
    const reply: unknown = await (await ask({type: 'question', question} satisfies PageQuestion)).json();
    noteToken(reply);
    return reply;
  },
});

forwardRequests();
// The lines of the page's console stay those of the author, so they are not wrapped.
reportErrors();
reportDeeds();
void followChanges(installDate(livePage.clock));
