import {brotliCompressSync, constants} from 'node:zlib';
import type {Notice} from '../../notices.ts';
import type {Bundle} from '../../core/platforms/shopify/extension/bundle.ts';
import {displayPath} from './display-path.ts';
import {mainScript} from './script.ts';
import type {ExtensionConfig} from './toml.ts';

/**
 * Lists the mistakes that `shopify app build` accepts and Shopify's servers refuse at `shopify app deploy`.
 *
 * @see https://shopify.dev/changelog/limit-for-full-page-extensions-in-customer-accounts
 * @see https://shopify.dev/docs/apps/build/app-extensions/optimize-bundle-size
 */
export function deployNotices(
  dir: string,
  extension: ExtensionConfig,
  bundle: Pick<Bundle, 'code'>,
): readonly Notice[] {
  return [...targetNotices(dir, extension), ...sizeNotices(dir, extension, bundle)];
}

/** Targets that no other target may accompany. */
const FULL_PAGE = ['customer-account.page.render', 'customer-account.order.page.render'];

function targetNotices(dir: string, {handle, targeting}: ExtensionConfig): readonly Notice[] {
  const page = targeting.find(({target}) => FULL_PAGE.includes(target));
  if (page === undefined || targeting.length === 1) return [];
  return [
    {
      code: 'deploy-refused',
      message: `${displayPath(dir)}: the extension "${handle}" has other targets besides ${page.target}.`,
      next: 'Shopify refuses this at deploy. Move the full page to a separate extension.',
    },
  ];
}

const KB = 1024;

function sizeNotices(
  dir: string,
  extension: ExtensionConfig,
  {code}: Pick<Bundle, 'code'>,
): readonly Notice[] {
  const {handle, targeting, capabilities} = extension;
  // The limit came with 2025-10, as did the registration that the CLI writes.
  if (mainScript(extension).registers === 'modules' || capabilities.bundleSizeException) return [];

  const limit = targeting.some(({target}) => FULL_PAGE.includes(target)) ? 128 * KB : 64 * KB;
  if (code.length <= limit) return [];

  const size = compressedSize(code);
  if (size <= limit) return [];

  return [
    {
      code: 'deploy-refused',
      message:
        `${displayPath(dir)}: the script of "${handle}" has ${Math.ceil(size / KB)} KB compressed, and ` +
        `the limit is ${limit / KB} KB.`,
      next: 'Shopify refuses this at deploy. Replace heavy packages, or import less of them.',
    },
  ];
}

/** Measures the size as `shopify app build` prints it. */
function compressedSize(code: string): number {
  return brotliCompressSync(code, {params: {[constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY}})
    .byteLength;
}
