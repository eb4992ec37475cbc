import {escape} from '../../wire/markup.ts';
import {LIVE_KEY, LIVE_KEY_HEADER} from '../../wire/live-page.ts';
import {INSETS, SCREEN} from './phone.ts';

/** The path of the phone in a frame of the console. At the top of a tab, it is at every path. */
export const PHONE_PATH = '/.simhost/phone';

const {width, height} = SCREEN;
const {top, bottom} = INSETS;

/** A narrow frame shows the screen alone. */
const STYLES = `body { margin: 0; padding: 24px; background: #e7e7ea; }
main { position: relative; box-sizing: content-box; width: ${width}px; height: ${height}px; margin: 0 auto; border: 10px solid #1c1c1e; border-radius: 44px; overflow: hidden; background: #fff; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
.covered { position: absolute; left: 0; right: 0; pointer-events: none; }
.covered::after { content: ''; position: absolute; left: 50%; transform: translateX(-50%); border-radius: 16px; background: #1c1c1e; }
.top { top: 0; height: ${top}px; }
.top::after { top: 8px; width: 120px; height: 28px; }
.bottom { bottom: 0; height: ${bottom}px; }
.bottom::after { bottom: 8px; width: 134px; height: 5px; }
@media (max-width: ${width + 40}px) {
  body { padding: 0; }
  main { border: 0; border-radius: 0; }
}
`;

export interface PhonePageOptions {
  /** The path at which the page reports. */
  readonly ask: string;
  /** The origin whose frames may show the phone, or `null` for none. */
  readonly framedBy: string | null;
}

/**
 * Writes the page that shows a Mini on a phone. Nothing in the frame leads out of it: not to another host, not to the
 * window around it, not to a new one.
 */
export function phonePage(
  name: string,
  {ask, framedBy}: PhonePageOptions,
): {readonly html: string; readonly policy: string} {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escape(name)} in the Shop app</title>
<style>
${STYLES}</style>
</head>
<body>
<main>
<iframe title="${escape(name)}" sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads"></iframe>
<div class="covered top"></div>
<div class="covered bottom"></div>
</main>
<script>${scriptOf(ask)}</script>
</body>
</html>`;

  return {
    html,
    policy: [
      "default-src 'none'",
      "script-src 'unsafe-inline'",
      "style-src 'unsafe-inline'",
      "connect-src 'self'",
      "frame-src 'self'",
      `frame-ancestors ${framedBy ?? "'none'"}`,
    ].join('; '),
  };
}

/**
 * Writes the script of that page: it reads the key from the fragment, and reports what the frame was not
 * allowed to open.
 */
function scriptOf(ask: string): string {
  const key = JSON.stringify(LIVE_KEY);
  return `
const given = /^#simhost=([\\w-]+)$/.exec(location.hash)?.[1];
const {pathname, search, hash} = location;
if (given !== undefined) {
  sessionStorage.setItem(${key}, given);
  history.replaceState(history.state, '', pathname + search);
}
const path = pathname === ${JSON.stringify(PHONE_PATH)} ? '/' : pathname + search;
document.querySelector('iframe').src = path + (given === undefined ? hash : '');
document.addEventListener('securitypolicyviolation', ({blockedURI: url, effectiveDirective: directive}) => {
  const headers = {[${JSON.stringify(LIVE_KEY_HEADER)}]: sessionStorage.getItem(${key}) ?? ''};
  void fetch(${JSON.stringify(ask)}, {method: 'POST', headers, body: JSON.stringify({type: 'blocked', url, directive})});
});
`;
}
