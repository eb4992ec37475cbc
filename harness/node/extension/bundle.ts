import type {Notice} from '../../notices.ts';

/** A script of an extension, built. */
export interface Bundle {
  /** The handle of the extension, or `<handle>-conditions`. */
  readonly name: string;
  /** Minified, as Shopify's CLI deploys it. */
  readonly code: string;
  /** A source map as JSON, sources relative to the extension's folder and their text inside. */
  readonly map: string;
  /** Of code and map. */
  readonly hash: string;
  /** Every file that went into it, or would if it existed: absolute path to content hash, or `null` where there is no file. */
  readonly inputs: Readonly<Record<string, string | null>>;
  /** The variables that stand in it as values: name to content hash, or `null` where there is none. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** What Shopify's CLI lets pass in its sources and is probably a mistake. */
  readonly notices: readonly Notice[];
}
