import '@shopify/ui-extensions/preact';
import {render} from 'preact';

export default async () => {
  // Callable from the bench through the worker; an extension has no business with it.
  globalThis.timeToken = async (times) => {
    const start = performance.now();
    for (let i = 0; i < times; i++) await shopify.sessionToken.get();
    return (performance.now() - start) / times;
  };
  globalThis.timeFetch = async (url) => {
    const start = performance.now();
    await (await fetch(url)).text();
    return performance.now() - start;
  };
  render(<s-heading>Ready</s-heading>, document.body);
};
