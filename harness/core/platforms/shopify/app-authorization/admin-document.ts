import {HttpResponse} from 'msw';
import {escape} from '../../../../wire/markup.ts';

/** Text and links need a contrast and a size that people can read; nothing more. */
const STYLE = `
body { margin: 0; font: 14px/1.5 system-ui, sans-serif; color: #303030; background: #f1f1f1; }
main { box-sizing: border-box; width: min(608px, 100vw - 32px); margin: 48px auto; padding: 16px 24px; background: #fff; border-radius: 12px; }
h1 { font-size: 20px; }
a { color: #005bd3; }
button { padding: 6px 12px; font: inherit; border: 1px solid #8a8a8a; border-radius: 8px; background: #fff; }
button:first-of-type { color: #fff; background: #303030; }
`;

/** Answers with a page of the admin that has no app. `body` is HTML. The page is ours, and no page can frame it. */
export function adminDocument(title: string, body: string): Response {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>${STYLE}</style></head>
<body><main><h1>${escape(title)}</h1>
${body}</main></body>
</html>
`;
  return HttpResponse.html(html, {headers: {'content-security-policy': "frame-ancestors 'none'"}});
}
