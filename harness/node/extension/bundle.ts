import type {Notice} from '../../notices.ts';

/** A script of an extension, built. */
export interface Bundle {
  /** The handle of the extension, or `<handle>-conditions`. */
  readonly name: string;
  /** The code, minified, as Shopify's CLI deploys it. */
  readonly code: string;
  /** The source map as JSON, with paths relative to the extension's folder and the sources themselves. */
  readonly map: string;
  /** The hash of code and map. */
  readonly hash: string;
  /**
   * The files that went into it, or would if they existed: absolute path to content hash, or `null` for a
   * missing file.
   */
  readonly inputs: Readonly<Record<string, string | null>>;
  /** The variables whose values are in it: name to content hash, or `null` for one without a value. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** Probable mistakes in its sources that Shopify's CLI accepts. */
  readonly notices: readonly Notice[];
}
