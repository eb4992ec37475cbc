import type {AskedRequest} from '../../wire/asked-request.ts';
import {adviceOnMissing} from '../../wire/capabilities.ts';
import type {Verdict} from '../../wire/verdict.ts';

/** Explains a request to a host that is neither the platform's nor a backend's. */
export function noSuchHost(origin: string, mappedBy: 'option' | 'command line' = 'option'): Verdict {
  return {
    headline: `Nothing answers for ${origin}`,
    cause: 'no backend is mapped to this origin, and it is not a host of the simulated platform',
    turn: 'set-up',
    fix:
      mappedBy === 'option'
        ? addBackend(origin)
        : `Start simhost dev with --backend "${origin}=http://localhost:3000", or --backend ` +
          `"${origin}=node server.js" to have it started.`,
  };
}

/** Explains a request for the storefront, if the test has not mapped one. */
export function noStorefront({origin, pathname}: URL): Verdict {
  return {
    headline: `Nothing answers for ${origin}${pathname}`,
    cause: `this is an address of your storefront, and none is mapped to ${origin}`,
    turn: 'set-up',
    fix: addBackend(origin),
  };
}

/** Explains a WebSocket to the platform, which has none. */
export function noWebSocket(url: string): Verdict {
  return {
    headline: `Nothing answers for ${url}`,
    cause: 'the simulated platform has no WebSocket there',
    turn: 'set-up',
    fix: null,
  };
}

/** Explains a request that a rule of its page refuses. Lines after the first are the next step. */
export function refusedByRule({origin, pathname}: URL, reason: string): Verdict {
  const [cause = '', ...next] = reason.split('\n');
  return {
    headline: `${origin}${pathname} was refused`,
    cause: cause.replace(/\.$/, ''),
    turn: 'extension',
    fix: next.length === 0 ? null : next.join('\n'),
  };
}

/** Explains a request that the sandbox of an extension refuses, so that it reaches nothing. */
export function refusedBySandbox(
  {method, url, refused}: Pick<AskedRequest, 'method' | 'url' | 'refused'>,
  {declined}: {readonly declined: readonly string[]},
): Verdict {
  if (refused === 'no backend') return noSuchHost(new URL(url).origin, 'command line');

  if (refused === 'insecure') {
    return {
      headline: `${method} ${url} was refused`,
      cause: 'an extension of the admin fetches only https: addresses',
      turn: 'set-up',
      fix: 'Give application_url, or the address of the request, an https: origin, and map it in backends.',
    };
  }

  const isDeclined = declined.includes('network_access');
  return {
    headline: `${method} ${url} was refused`,
    cause: 'the extension may not use the network',
    turn: isDeclined ? 'nobody' : 'extension',
    fix: adviceOnMissing('network_access', {declined}),
  };
}

/** Explains a backend's request to a host that nothing answers for. */
export function refusedOutside(method: string, url: URL, isPlatform = false): Verdict {
  const {origin, host, pathname} = url;
  const headline = `simhost refused ${method} ${origin}${method === 'CONNECT' ? '' : pathname} of the backend`;
  if (isPlatform) {
    const fix = `Ask it at $SIMHOST_URL/${host} instead.`;
    return {headline, cause: 'this host is simulated', turn: 'backend', fix};
  }

  const verb = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method) ? method.toLowerCase() : 'all';
  const allow = `allow: ['${host}'] in backends`;
  const fix =
    method === 'CONNECT'
      ? `Let it through: ${allow}. A handler of the test can answer it only over http://.`
      : `Answer it: host.use(http.${verb}('${origin}${pathname}', …)). Or let it through: ${allow}.`;

  return {headline, cause: 'a test reaches no other network', turn: 'set-up', fix};
}

/** Explains a request of a backend to a host that `simhost serve` does not let it reach. */
export function refusedByServe(method: string, {origin, host, pathname}: URL): Verdict {
  return {
    headline: `simhost refused ${method} ${origin}${pathname} of the backend`,
    cause: 'simhost serve does not simulate this host',
    turn: 'set-up',
    fix: `To let it through, start simhost serve with --allow ${host}.`,
  };
}

function addBackend(origin: string): string {
  return (
    `Add it: backends: {'${origin}': 'http://localhost:3000'}, or {command: 'node server.js'} in ` +
    'place of the address.'
  );
}
