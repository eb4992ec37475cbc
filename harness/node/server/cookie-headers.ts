import type {Cookies} from './cookies.ts';

/** Removes the cookies that have expired in simulated time from a request's headers. Changes the given headers. */
export function keepLiveCookies(headers: Headers, url: URL, cookies: Cookies): Headers {
  const cookie = headers.get('cookie');
  if (cookie === null) return headers;

  const alive = cookies.forServer(cookie, url);
  if (alive === null) headers.delete('cookie');
  else headers.set('cookie', alive);
  return headers;
}

/** Translates the lifetimes of the cookies that a response sets from simulated time to the browser's time. */
export function translateSetCookies(response: Response, url: URL, cookies: Cookies): Response {
  const given = response.headers.getSetCookie();
  if (given.length === 0) return response;

  const headers = new Headers(response.headers);
  headers.delete('set-cookie');
  for (const header of given) headers.append('set-cookie', cookies.forBrowser(header, url, 'simulated'));

  return new Response(response.body, {status: response.status, statusText: response.statusText, headers});
}
