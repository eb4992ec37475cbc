/** The path of the console's built script and style sheet. */
const SCRIPT = '/.simhost/console.js';
const STYLES = '/.simhost/console.css';

/**
 * Answers with the document of the console. It holds neither the id nor any text of the author.
 *
 * @param pageOrigin the origin of the page in the frame, if it is not the host page
 */
export function consoleDocument(port: number, pageOrigin: string | null): Response {
  return new Response(documentWith(pageOrigin === null ? '' : ' data-page="apart"'), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyFor(port, pageOrigin ?? `http://localhost:${port}`),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** The origin of the console, which may show the host page in a frame. */
export function consoleOrigin(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function policyFor(port: number, pageOrigin: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ws://127.0.0.1:${port}`,
    `frame-src ${pageOrigin}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** With the attribute, the script waits for the address of the page. */
const documentWith = (attribute: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>simhost</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${STYLES}">
    <script type="module" src="${SCRIPT}"></script>
  </head>
  <body><div id="console"${attribute}></div></body>
</html>
`;
