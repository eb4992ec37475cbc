import type {Case} from '../case.ts';
import {exchangeFault, refreshFault} from '../mechanisms.ts';

const LOST_ANSWER = 'community.shopify.dev/t/35182; changelog, more resilient refreshes (28 August 2026)';
const REACT_ROUTER = 'source of @shopify/shopify-app-react-router: any other answer becomes a bare 500';

const RETRY = 'Send the request again after a moment, with the same refresh token.';
const SHOW_ERROR = 'Show an error that the merchant understands, and try again at the next request.';

/** Cases about the endpoint that gives an app its access tokens: it fails, or loses an answer. */
export const APP_TOKENS: Readonly<Record<string, Case>> = {
  'refresh-answer-lost': {
    title: 'the refresh token is used up, and the answer with the new one is lost: the status is 520',
    class: 'interop',
    severity: 'high',
    source: LOST_ANSWER,
    fix: `${RETRY} Store the new pair before you use it.`,
    mechanism: refreshFault({gives: 'lost answer'}),
  },
  'refresh-unanswered': {
    title: 'a refresh is not carried out: the status is 520',
    class: 'interop',
    severity: 'medium',
    source: LOST_ANSWER,
    fix: RETRY,
    mechanism: refreshFault({gives: 'no answer'}),
  },
  'exchange-unanswered': {
    title: 'the exchange of an ID token is not carried out: the status is 520',
    class: 'interop',
    severity: 'medium',
    source: REACT_ROUTER,
    fix: SHOW_ERROR,
    mechanism: exchangeFault({gives: 'no answer'}),
  },
  'exchange-refused': {
    title: 'the exchange refuses an ID token that the backend accepted: 400 invalid_subject_token',
    class: 'interop',
    severity: 'medium',
    source: 'source of @shopify/shopify-app-react-router; shopify.dev, token exchange',
    fix: 'Answer 401 with X-Shopify-Retry-Invalid-Session-Request: 1, so that App Bridge sends a new token.',
    mechanism: exchangeFault({gives: 'invalid subject token'}),
  },
  'exchange-slow': {
    title: 'the exchange of an ID token takes 20 s',
    class: 'interop',
    severity: 'low',
    source: REACT_ROUTER,
    fix: 'Exchange once for parallel requests, and show a loading state.',
    mechanism: exchangeFault({gives: 'answer', after: 20_000}),
  },
};
