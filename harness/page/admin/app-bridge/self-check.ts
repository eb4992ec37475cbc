import {CDN_HOST} from '../../../wire/admin.ts';

/**
 * Checks how the document loads App Bridge. A fault of the script tag stops App Bridge, as on the platform; being late
 * only gives a warning.
 *
 * @throws {Error} if the script is a module, is deferred, or comes from another host
 */
export function checkScript(script: HTMLScriptElement | null): HTMLScriptElement {
  const tag = '<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js">';
  if (script === null || script.src === '' || new URL(script.src).hostname !== CDN_HOST)
    throw new Error(`The app must load App Bridge from its own script tag: ${tag}.`);

  const attribute = ['async', 'defer'].find((name) => script.hasAttribute(name));
  if (attribute !== undefined || script.type === 'module') {
    const found = attribute ?? 'type="module"';
    throw new Error(`The script tag of App Bridge must not have ${found}. Write ${tag}.`);
  }

  if (document.scripts[0] !== script)
    console.warn('App Bridge is not the first script of the document. Put its tag before all others.');
  return script;
}
