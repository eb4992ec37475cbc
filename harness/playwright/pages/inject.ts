import type {Frame, Page} from '@playwright/test';
import {answerPage} from '../../browser/answer.ts';
import type {Answering} from '../../browser/answer.ts';
import {installShopify} from '../../browser/shopify-global.ts';
import type {Question, Reply} from '../../browser/shopify-global.ts';
import {SimhostError} from '../../errors.ts';

const BINDING = 'simhostAsk';

const injected = new WeakMap<Page, Answering>();

/**
 * Installs `shopify.sessionToken.get()` and `shopify.generateUserToken()` in an ordinary page and its frames of the same
 * origin, before any of its code runs. Tokens are minted in Node; the page holds no secret.
 *
 * @throws {SimhostError} `ERR_ALREADY_INJECTED`
 */
export async function injectShopify(page: Page, simulation: Answering): Promise<void> {
  const before = injected.get(page);
  if (before === simulation) return;

  if (before !== undefined) {
    throw new SimhostError(
      'ERR_ALREADY_INJECTED',
      `The page ${page.url()} already belongs to another simulation.`,
      {
        next: 'Open a page for each: await context.newPage().',
      },
    );
  }

  injected.set(page, simulation);
  await page.exposeBinding(BINDING, ({frame}, question: Question) => {
    return belongsTo(page, frame) ? answerPage(simulation, question) : refusal(frame);
  });

  await page.addInitScript({content: SCRIPT});
  await page.evaluate(SCRIPT); // for a document that is already there, such as the one of page.setContent()
}

const SCRIPT = `(() => {
  try {
    if (self !== top && top.location.origin !== location.origin) return;
  } catch {
    return;
  }
  (${installShopify.toString()})((question) => globalThis.${BINDING}(question));
})()`;

function belongsTo(page: Page, frame: Frame): boolean {
  if (frame === page.mainFrame()) return true;
  const origin = originOf(frame);
  return origin !== 'null' && origin === originOf(page.mainFrame());
}

function originOf(frame: Frame): string {
  return URL.canParse(frame.url()) ? new URL(frame.url()).origin : 'null';
}

function refusal(frame: Frame): Reply {
  const {code, message, name} = new SimhostError(
    'ERR_FOREIGN_FRAME',
    `A frame of ${originOf(frame)} asked for a token of the page around it.`,
    {
      next: 'Inject into a new page.',
    },
  );

  return {ok: false, error: {name, message, code}};
}
