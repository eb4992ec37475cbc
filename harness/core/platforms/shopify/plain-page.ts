import {HttpResponse} from 'msw';
import {escape} from '../../../wire/markup.ts';

/** Returns a page of the platform in plain HTML, whose look tests do not depend on. */
export function plainPage(
  title: string,
  body: string,
  {status = 200, headers = {}}: {status?: number; headers?: Record<string, string>} = {},
): Response {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title></head>
<body><main><h1>${escape(title)}</h1>
${body}</main></body>
</html>
`;
  return HttpResponse.html(html, {status, headers});
}
