import type {Case} from './case.ts';

/** What the page of the platform does instead of giving a token. No backend is asked. */
export const HOST: Readonly<Record<string, Case>> = {
  'host-reject': {
    says: 'the host gave no session token: sessionToken.get() rejects with SessionTokenApiError',
    expects: {},
    class: 'interop',
    severity: 'high',
    source: 'Shopify/ui-extensions #842, #1081, #1232, #1907',
    fix: 'Catch what sessionToken.get() throws and tell the user.',
    mechanism: {at: 'host', answer: {gives: 'nothing'}},
  },
  'host-never': {
    says: 'the host never answers: sessionToken.get() stays pending',
    expects: {},
    class: 'interop',
    severity: 'medium',
    source: 'Shopify/shopify-app-bridge #192',
    fix: 'Show that you are waiting, and give up after a while.',
    mechanism: {at: 'host', answer: {gives: 'never'}},
  },
};
