import type {Notice} from '../../../../notices.ts';

/** A built script of an extension. */
export interface Bundle {
  /** The handle of the extension, or `<handle>-conditions`. */
  readonly name: string;
  /** Minified, as Shopify's CLI deploys it. */
  readonly code: string;
  /** A source map as JSON, with the sources. Their paths are relative to the extension's folder. */
  readonly map: string;
  /** The hash of code and map. */
  readonly hash: string;
  /** Content hashes by absolute path: of every file that the build read, or null for one that did not exist. */
  readonly inputs: Readonly<Record<string, string | null>>;
  /** Content hashes by name: of every environment variable that the script contains, or null for one that was not set. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** Probable mistakes in its sources that Shopify's CLI accepts. */
  readonly notices: readonly Notice[];
}
