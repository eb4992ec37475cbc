import {ADMIN_ORIGIN} from '../../wire/admin.ts';
import {type Finding, notice, ok, problem, warning} from './check.ts';

/** A document of an embedded app, and the shop whose admin asked for it. */
export interface FramedDocument {
  /** The document in words, at the start of a sentence: `The document at /`. */
  readonly what: string;
  readonly headers: Headers;
  /** The domain of the shop. */
  readonly shop: string;
}

/**
 * Checks the headers by which a document says who may show it in a frame.
 *
 * @see https://shopify.dev/docs/apps/build/security/set-up-iframe-protection
 * @see https://www.w3.org/TR/CSP3/#directive-frame-ancestors
 */
export function judgeFramePolicy({what, headers, shop}: FramedDocument): readonly Finding[] {
  const shopOrigin = `https://${shop}`;
  const policy = `Content-Security-Policy: frame-ancestors ${shopOrigin} ${ADMIN_ORIGIN};`;
  const line = `Send this header with each document, with the shop of the request: ${policy}`;
  const frameOptions = headers.get('x-frame-options');
  const lists = ancestorLists(headers.get('content-security-policy') ?? '');

  if (lists.length === 0) return [withoutAncestors(what, frameOptions, line)];

  const judged = judgeAncestors(lists, {what, shopOrigin, line});
  return frameOptions === null ? [judged] : [judged, ignoredFrameOptions(what, frameOptions)];
}

function judgeAncestors(
  lists: readonly (readonly string[])[],
  {what, shopOrigin, line}: {what: string; shopOrigin: string; line: string},
): Finding {
  const lacking = (origin: string): string | null =>
    lists.find((list) => !allows(list, origin))?.join(' ') ?? null;

  const closed = lacking(ADMIN_ORIGIN);
  if (closed !== null) {
    const reason = `its frame-ancestors "${closed}" lacks ${ADMIN_ORIGIN}`;
    return problem(`${what} is not shown in the admin: ${reason}.`, line);
  }

  const withoutShop = lacking(shopOrigin);
  if (withoutShop !== null) {
    const reason = `its frame-ancestors "${withoutShop}" lacks ${shopOrigin}`;
    return warning(`${what} names another shop or none: ${reason}.`, line);
  }

  return lacking('https://other-shop.myshopify.com') === null
    ? warning(
        `${what} may be shown by other shops too: "${lists.map((list) => list.join(' ')).join('; ')}".`,
        line,
      )
    : ok(`${what} may be shown by ${shopOrigin} and ${ADMIN_ORIGIN}`);
}

function ignoredFrameOptions(what: string, value: string): Finding {
  return notice(
    `${what} also has X-Frame-Options: ${value}. Browsers ignore it, because frame-ancestors decides.`,
    'Remove X-Frame-Options.',
  );
}

/** Returns the sources of `frame-ancestors` of each policy that has it. */
function ancestorLists(policies: string): readonly (readonly string[])[] {
  return policies.split(',').flatMap((policy) => {
    const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
    const found = directives.find(([name = '']) => name.toLowerCase() === 'frame-ancestors');
    return found === undefined ? [] : [found.slice(1)];
  });
}

function withoutAncestors(what: string, frameOptions: string | null, line: string): Finding {
  const values = (frameOptions ?? '').toLowerCase().split(/\s*,\s*/);
  if (values.includes('deny') || values.includes('sameorigin')) {
    const text = `${what} is not shown in the admin: it has X-Frame-Options: ${frameOptions ?? ''}.`;
    return problem(text, `Remove X-Frame-Options. ${line}`);
  }

  return warning(`${what} may be shown by any site: it has no frame-ancestors.`, line);
}

function allows(sources: readonly string[], origin: string): boolean {
  return sources.some((source) => matches(source.toLowerCase(), new URL(origin)));
}

/** A source of the form `https://*.example.com:443`, each part but the host optional. */
const HOST_SOURCE = /^(?:(?<scheme>https?):\/\/)?(?<any>\*\.)?(?<host>[^/:]+)(?::(?:\*|443))?\/?$/;

/** Whether a source of the policy covers an https origin. The `'self'` of an app is never the admin. */
function matches(source: string, {hostname}: URL): boolean {
  if (source === '*' || source === 'https:' || source === 'http:') return true;

  const {any, host} = HOST_SOURCE.exec(source)?.groups ?? {};
  return any === undefined ? hostname === host : hostname.endsWith(`.${host}`);
}
