// The least that runs an extension's bundle: the same polyfill and nothing of simhost. Says when the callback has drawn.
import '@remote-dom/core/polyfill';

const scope = globalThis as unknown as {
  shopify: object;
  postMessage(message: unknown): void;
  document: {body: {textContent: string | null}};
};

scope.shopify = {
  extend: async (_target: string, callback: () => Promise<void>) => {
    await callback();
    scope.postMessage(scope.document.body.textContent);
  },
};
