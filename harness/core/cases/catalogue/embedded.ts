import type {Case, Exchange, Expectation, TokenMutation} from '../case.ts';
import {bounceRequest, documentRequest} from '../embedded-requests.ts';
import {ACCEPT, FOLLOW_TOKEN, forDocument, forProfiles, REFUSE, REFUSE_DOCUMENT} from '../expectations.ts';
import {exchange} from '../mechanisms.ts';
import {EMBEDDED_APPS} from '../profile-groups.ts';
import {withQuery} from '../request-parts.ts';
import {claims, expiringIn, signedBy} from '../token-mutations.ts';
import {BOUNCE, SHOP_OF_TOKEN} from './fixes.ts';
import {OTHER_SECRET, OTHER_SHOP} from './strangers.ts';

const TUTORIAL = 'shopify.dev, set up embedded app authorization';
const FORGED: TokenMutation = signedBy({alg: 'HS256', secret: OTHER_SECRET});
const OF_OTHER_SHOP: TokenMutation = claims({
  dest: `https://${OTHER_SHOP}`,
  iss: `https://${OTHER_SHOP}/admin`,
});

/** Data of this shop must not be in the answer to a token of another one. */
const WITHOUT_THIS_SHOP: Expectation = {
  verdict: 'either',
  statuses: ['2xx', '3xx', '4xx'],
  bodyLacks: ['forged', 'stack'],
  mayFail: true,
};

/** Documents of embedded apps, as the frame of the admin and the bounce page of App Bridge ask for them. */
export const EMBEDDED: Readonly<Record<string, Case>> = {
  'embed-document': {
    title: 'the admin opens the app: the URL of the document has a valid id_token',
    expects: forProfiles(EMBEDDED_APPS, ACCEPT),
    class: 'interop',
    severity: 'critical',
    source: TUTORIAL,
    fix: 'Verify id_token of the query of a request without Authorization, and answer with the document.',
    mechanism: document({}),
  },
  'embed-document-no-token': {
    title: 'the document is requested with shop and host, but without id_token',
    expects: forProfiles(EMBEDDED_APPS, REFUSE_DOCUMENT),
    class: 'anyone',
    severity: 'critical',
    source: TUTORIAL,
    fix: BOUNCE,
    mechanism: exchange(async (given, sender) => [
      {request: await documentRequest(given, sender, {idToken: null})},
    ]),
  },
  'embed-document-other-shop': {
    title: 'shop and host of the URL name another shop than id_token',
    expects: forProfiles(EMBEDDED_APPS, forDocument(FOLLOW_TOKEN)),
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev (the shop is that of dest); shopify_app compares the two',
    fix: SHOP_OF_TOKEN,
    mechanism: exchange(async (given, sender) => {
      const ask = async (shop?: string): ReturnType<typeof documentRequest> =>
        documentRequest(given, sender, {
          idToken: await sender.token(),
          ...(shop === undefined ? {} : {shop}),
        });
      return [{request: {...(await ask(OTHER_SHOP)), forged: [OTHER_SHOP], control: await ask()}}];
    }),
  },
  'embed-document-foreign-token': {
    title: 'id_token is of another shop, and shop and host of the URL name this one',
    expects: forProfiles(EMBEDDED_APPS, WITHOUT_THIS_SHOP),
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev (the shop is that of dest)',
    fix: SHOP_OF_TOKEN,
    mechanism: exchange(async (given, sender) => {
      const request = await documentRequest(given, sender, {idToken: await sender.token(OF_OTHER_SHOP)});
      return [{request: {...request, forged: [sender.context.world.shop.domain]}}];
    }),
  },
  'embed-post-no-token': {
    title: 'a form is posted without a token, as plain HTML in the frame does it',
    expects: forProfiles(EMBEDDED_APPS, REFUSE_DOCUMENT),
    class: 'anyone',
    severity: 'critical',
    source:
      'shopify-app-react-router authenticate.admin (a request without Authorization is one for a document)',
    fix: 'Answer 401 to a POST without a token, or lead it to the bounce page. The page sends forms by fetch().',
    mechanism: exchange({
      form: postedTo('page', 'application/x-www-form-urlencoded', (shop) =>
        new URLSearchParams({shop}).toString(),
      ),
      json: postedTo('data', 'application/json', (shop) => JSON.stringify({shop})),
    }),
  },
  'embed-bounce-page': {
    title:
      'a document without a valid token leads to a page that loads App Bridge, and comes back from there',
    expects: forProfiles(EMBEDDED_APPS, {...REFUSE_DOCUMENT, bounce: 'redirect'}),
    class: 'interop',
    severity: 'high',
    source: TUTORIAL,
    fix: `${BOUNCE} Give it shopify-reload, the whole URL of the document without id_token.`,
    presupposes: ['exp-past-60'],
    mechanism: exchange({
      'no token': async (given, sender) => bounced(await documentRequest(given, sender, {idToken: null})),
      expired: async (given, sender) =>
        bounced(await documentRequest(given, sender, {idToken: await sender.token(expiringIn(-60))})),
    }),
  },
  'embed-bounce': {
    title: 'on the bounce page, App Bridge fetches the document with a valid token in Authorization',
    expects: forProfiles(EMBEDDED_APPS, ACCEPT),
    class: 'interop',
    severity: 'critical',
    source: TUTORIAL,
    fix: 'Answer a document request with a valid token in Authorization with the same document.',
    mechanism: bounce({'': undefined}),
  },
  'embed-bounce-refused': {
    title: 'on the bounce page, App Bridge fetches the document with a token that must be refused',
    expects: forProfiles(EMBEDDED_APPS, REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: TUTORIAL,
    fix: 'Verify the token in Authorization of document requests too, and answer 401. A redirect would be a loop.',
    presupposes: ['exp-past-60', 'key-wrong'],
    mechanism: bounce({expired: expiringIn(-60), forged: FORGED}),
  },
  'embed-bounce-foreign-token': {
    title: 'the document is fetched with a token of another shop, and the URL names this one',
    expects: forProfiles(EMBEDDED_APPS, WITHOUT_THIS_SHOP),
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev (the shop is that of dest)',
    fix: SHOP_OF_TOKEN,
    mechanism: exchange(async (given, sender) => {
      const request = bounceRequest(given, sender, await sender.token(OF_OTHER_SHOP));
      return [{request: {...request, forged: [sender.context.world.shop.domain]}}];
    }),
  },
  'embed-frame-ancestors': {
    title: 'only the admin may show the document in a frame',
    expects: forProfiles(EMBEDDED_APPS, {
      ...ACCEPT,
      headers: {'content-security-policy': /frame-ancestors [^;]*\bhttps:\/\/admin\.shopify\.com\b/i},
    }),
    class: 'anyone',
    severity: 'medium',
    source: 'shopify.dev, set up iframe protection',
    fix: 'Send Content-Security-Policy: frame-ancestors https://<shop> https://admin.shopify.com; with each document.',
    mechanism: document({}),
  },
};

/** Requests the document with a token in its URL. */
function document({idToken}: {readonly idToken?: TokenMutation}): Case['mechanism'] {
  return exchange(async (given, sender) => [
    {request: await documentRequest(given, sender, {idToken: await sender.token(idToken)})},
  ]);
}

/** Fetches the document with each of these tokens; `undefined` is a valid one. */
function bounce(tokens: Readonly<Record<string, TokenMutation | undefined>>): Case['mechanism'] {
  return exchange(
    Object.fromEntries(
      Object.entries(tokens).map(([name, mutate]): [string, Exchange] => [
        name,
        async (given, sender) => [{request: bounceRequest(given, sender, await sender.token(mutate))}],
      ]),
    ),
  );
}

/** Requests a document, and then the page to which its answer redirects. */
function bounced(request: Awaited<ReturnType<typeof documentRequest>>): ReturnType<Exchange> {
  const {headers} = request;
  return [
    {request},
    {
      request: {method: 'GET', via: 'document', query: [], headers, body: null},
      followsRedirect: true,
      expects: {...ACCEPT, bounce: 'page'},
    },
  ];
}

function postedTo(where: 'page' | 'data', type: string, body: (shop: string) => string): Exchange {
  return async (given, sender) => {
    const {domain} = sender.context.world.shop;
    const page = await documentRequest(given, sender, {idToken: null});
    const request = where === 'page' ? page : withQuery({...given}, ['shop', domain]);
    const headers = request.headers.filter(([name]) => name.toLowerCase() !== 'content-type');
    return [
      {
        request: {
          ...request,
          method: 'POST',
          headers: [...headers, ['Content-Type', type]],
          body: body(domain),
        },
      },
    ];
  };
}
