import {createHash} from 'node:crypto';

/** The directives that decide about inline scripts and about requests. The first that a policy has applies. */
const SCRIPTS = ['script-src-elem', 'script-src', 'default-src'];
const REQUESTS = ['connect-src', 'default-src'];

/**
 * Lets an inline script, and its requests to the page's own origin, through a Content-Security-Policy. Everything else
 * stays as strict as it was.
 *
 * @see https://www.w3.org/TR/CSP3/#match-element-to-source-list
 */
export function policyWithScript(header: string, script: string): string {
  const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

  return header
    .split(',')
    .map((text) => {
      const policy = text.trim();
      const scripts = allowing(policy, SCRIPTS, (sources) =>
        allowsInline(sources) ? sources : [...sources, hash],
      );
      return allowing(scripts, REQUESTS, (sources) =>
        sources.includes("'self'") ? sources : [...sources, "'self'"],
      );
    })
    .join(', ');
}

/** Changes the sources of the directive that applies. A change of `default-src` becomes a new directive. */
function allowing(
  policy: string,
  names: readonly string[],
  change: (sources: readonly string[]) => readonly string[],
): string {
  const directives = policy.split(';').map((each) => each.trim().split(/\s+/));
  const name = names.find((wanted) => directives.some(([found]) => found?.toLowerCase() === wanted));
  const index = directives.findIndex(([found]) => found?.toLowerCase() === name);
  const sources = (directives[index] ?? []).slice(1).filter((source) => source.toLowerCase() !== "'none'");
  const changed = change(sources);
  if (name === undefined || changed === sources) return policy;

  const own = [name === 'default-src' ? (names[0] ?? name) : name, ...changed];
  const all = name === 'default-src' ? [...directives, own] : directives.with(index, own);
  return all.map((directive) => directive.join(' ')).join('; ');
}

/** A hash or a nonce makes browsers ignore `'unsafe-inline'`. */
function allowsInline(sources: readonly string[]): boolean {
  const words = sources.map((source) => source.toLowerCase());
  return (
    words.includes("'unsafe-inline'") &&
    !words.includes("'strict-dynamic'") &&
    !words.some((word) => /^'(?:nonce|sha\d+)-/.test(word))
  );
}
