/**
 * The start of a sandbox: a worker runs `BOOT_SCRIPT`, and gets the sandbox's source and a message port from
 * the page.
 */

import type {Wire} from './control.ts';

/** The boot script's path on every origin that a sandbox has. */
export const BOOT_PATH = '/.simhost/boot.js';

/** The script of a new worker. It reports at once that it is alive, because reading the source takes a while. */
export const BOOT_SCRIPT = `postMessage('alive');onmessage=({data,ports})=>{onmessage=null;simhostPort=ports[0];(0,eval)(data)}
//# sourceURL=simhost:boot`;

/** An origin whose workers are created in a hidden frame. */
export type FramedOrigin = 'shopifycdn' | 'moved';

/**
 * The documents in which the platform creates an extension's worker. The host page holds one in a hidden frame.
 *
 * Shopify has moved its workers before, from `https://cdn.shopify.com`. `moved` is the next move: nobody has
 * heard of its host.
 *
 * @see https://github.com/Shopify/ui-extensions/issues/489
 */
export const FRAME_URLS: Readonly<Record<FramedOrigin, string>> = {
  shopifycdn: 'https://extensions.shopifycdn.com/.simhost/sandbox.html',
  moved: 'https://extensions.moved.example/.simhost/sandbox.html',
};

/**
 * The frame's script. The host page sends the sandbox's source with two ports. The worker gets the source and the
 * first port. The second port answers once the worker has both, and its next message ends the worker: a closed
 * port is not noticed across processes. The first worker starts before the page asks for it.
 */
export const FRAME_SCRIPT: string = `const create=()=>new Worker('${BOOT_PATH}');
let spare=create();
addEventListener('message',({source,data,ports:[port,life]})=>{
  if(source!==parent)return;
  const worker=spare??create();
  spare=undefined;
  worker.postMessage(data,[port]);
  life.onmessage=()=>worker.terminate();
  life.postMessage('started');
});`;

/**
 * The sandbox of each wire: its file below `/.simhost/`, and the element of the host page's document that may
 * hold its source.
 */
export const SANDBOXES: Readonly<Record<Wire, {readonly file: string; readonly elementId: string}>> = {
  'remote-dom': {file: 'sandbox.js', elementId: 'simhost-sandbox'},
  'remote-ui': {file: 'sandbox-remote-ui.js', elementId: 'simhost-sandbox-remote-ui'},
};

/** The element that holds the page's module, which runs once the first sandbox is alive. */
export const HOST_SOURCE_ID = 'simhost-host';

/** The element that holds the script of the page's elements. */
export const ELEMENTS_SOURCE_ID = 'simhost-elements';

/** The attribute of the host page's document with the origin that the first sandbox will have. */
export const EXPECTED_ORIGIN_ATTRIBUTE = 'data-sandbox-origin';

/** The attribute with the wire of the first sandbox. */
export const EXPECTED_WIRE_ATTRIBUTE = 'data-sandbox-wire';
