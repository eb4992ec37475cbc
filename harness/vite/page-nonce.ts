/** The directives that rule over scripts, the most special first. */
const DIRECTIVES = ['script-src-elem', 'script-src', 'default-src'];

/**
 * A nonce in a tag that has one for scripts: Vite writes it into each script, and into a `meta` that it adds. It may be a
 * placeholder such as `{{nonce}}`, which a server replaces.
 */
const IN_DOCUMENT = /<(?:script|meta\s+property="csp-nonce")(?=\s)[^>]*?\snonce=["']?([^"'<>\s]+)/i;

/**
 * Finds the nonce that a script of the page needs, or `undefined`. The policy in the headers comes first. If it has no
 * nonce, a later handler may still send a policy, so the nonce of the document's own scripts is used.
 *
 * @see https://www.w3.org/TR/CSP3/#security-nonces
 * @see https://vite.dev/config/shared-options#html-cspnonce
 */
export function scriptNonce(policy: string, html: string): string | undefined {
  return nonceIn(policy) ?? IN_DOCUMENT.exec(html)?.[1];
}

/** Finds the nonce of a policy. CSP allows the characters of Base64 only. */
function nonceIn(policy: string): string | undefined {
  const directives = policy.split(/[;,]/).map((each) => each.trim());
  const ruling = DIRECTIVES.flatMap((name) =>
    directives.filter((each) => each.toLowerCase().startsWith(`${name} `)),
  );
  return /'nonce-([\w+/-]+={0,2})'/i.exec(ruling[0] ?? '')?.[1];
}

/** Gives a script tag a nonce. */
export function withNonce(tag: string, nonce: string | undefined): string {
  return nonce === undefined ? tag : tag.replace('<script ', () => `<script nonce="${nonce}" `);
}
