import {HttpResponse} from 'msw';
import {escape} from '../../../../wire/markup.ts';
import {problemHeader} from '../../problem.ts';

/** A request of the app that is refused. */
export interface OAuthRefusal {
  readonly status: 400 | 401;
  /** The code of the error. */
  readonly error: string;
  /** The sentence of the answer. */
  readonly description: string;
  /** The form of the answer: JSON for the backend, or a page for a browser. */
  readonly form: 'json' | 'page';
  readonly cause: string;
  readonly fix: string | null;
}

/** The refusals that are pages. */
type PageError =
  | 'application_cannot_be_found'
  | 'app_not_installed'
  | 'shop_not_permitted'
  | 'invalid_request';

/** Makes a refusal that is a page, also for backends that accept only JSON. */
export function pageRefusal(
  error: PageError,
  {description, cause, fix}: Pick<OAuthRefusal, 'description' | 'cause' | 'fix'>,
): OAuthRefusal {
  return {status: 400, form: 'page', error, description, cause, fix};
}

/** Answers a request that is refused. */
export function answerRefusal(refusal: OAuthRefusal): Response {
  const {status, form, error, description, cause, fix} = refusal;
  const headers = {'cache-control': 'no-store', ...problemHeader({cause, turn: 'backend', fix})};
  return form === 'json'
    ? HttpResponse.json({error, error_description: description}, {status, headers})
    : new HttpResponse(pageOf(refusal), {
        status,
        headers: {...headers, 'content-type': 'text/html; charset=utf-8'},
      });
}

/** Writes the page of an error. Clients read its title. */
function pageOf({status, error, description}: OAuthRefusal): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${status} - Oauth error ${error}</title></head>`,
    `<body><h1>Oauth error ${error}: ${escape(description)}</h1></body>`,
    '</html>',
  ].join('\n');
}
