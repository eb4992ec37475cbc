import type {Turn} from '../../wire/verdict.ts';
import type {Answer, Intended} from './cors-protocol.ts';

/**
 * The origins of extensions of the admin and of the point of sale.
 *
 * @see https://shopify.dev/docs/api/admin-extensions/latest/network-features
 * @see https://github.com/Shopify/ui-extensions/pull/3293
 */
export const EXTENSION_ORIGINS: readonly string[] = [
  'https://extensions.shopifycdn.com',
  'https://cdn.shopify.com',
];

/** The change for an answer of 410 to a headless browser. */
export const NO_BOT: string =
  "Shopify's packages answer 410 to a user agent with HeadlessChrome, also to OPTIONS: " +
  "test.use({userAgent: devices['Desktop Chrome'].userAgent}).";

/** A change that lets a request of an extension through, and whose turn it is. */
export interface KnownChange {
  readonly turn: Turn;
  readonly fix: string;
}

/**
 * The changes for a preflight that a library of Shopify does not answer. The first row that applies decides.
 *
 * @see https://github.com/Shopify/shopify-app-js/issues/1420
 */
const PREFLIGHTS: readonly {
  readonly applies: (intended: Intended, answer: Answer) => boolean;
  readonly change: KnownChange;
}[] = [
  {
    applies: (_intended, {status}) => status === 410,
    change: {
      turn: 'set-up',
      fix: NO_BOT,
    },
  },
  {
    applies: ({origin}, {status, headers}) =>
      EXTENSION_ORIGINS.includes(origin) &&
      status !== 404 &&
      (status > 299 || !headers.has('access-control-allow-origin')),
    change: {
      turn: 'backend',
      fix:
        'Answer OPTIONS before the token is checked. In Express that is a line before validateAuthenticatedSession(): ' +
        "app.use('/api', cors({allowedHeaders: ['Authorization', 'Content-Type']})).",
    },
  },
];

/** Returns the change for a refused preflight that is known; `null` for others. */
export function changeOfPreflight(intended: Intended, answer: Answer): KnownChange | null {
  return PREFLIGHTS.find(({applies}) => applies(intended, answer))?.change ?? null;
}

/** An answer that a page cannot read, and the request before it. */
export interface UnreadableAnswer {
  readonly origin: string;
  readonly status: number;
  /** Whether the request carried a token. */
  readonly isAuthorized: boolean;
}

/** Returns the change for a right answer without headers of CORS to an extension; `null` for other answers. */
export function changeOfAnswer({origin, status, isAuthorized}: UnreadableAnswer): string | null {
  const isRight = status >= 200 && status <= 299;
  if (!isRight || !isAuthorized || !EXTENSION_ORIGINS.includes(origin)) return null;
  return (
    'authenticate.admin() returns cors, and only its own refusals have the headers: ' +
    'return cors(Response.json(data)). Other backends send "Access-Control-Allow-Origin: *" with each answer.'
  );
}
