import type {MountRequest} from './mount-request.ts';

/** Makes the request to mount an extension with nothing in it. */
export function extensionAt(target: string): MountRequest {
  const bundle = {name: 'gift', hash: '0123456789abcdef', code: '', map: null};
  return {
    target,
    bundle,
    conditions: null,
    translations: {defaultLocale: null, byLocale: {}},
    extension: {
      handle: 'gift',
      name: 'Gift',
      apiVersion: '2026-07',
      targeting: [{target}],
      settings: [],
      metafields: [],
      capabilities: {collectBuyerConsent: {}, iframeSources: []},
    },
  } as unknown as MountRequest;
}
