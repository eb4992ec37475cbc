import type {CapabilityName} from '../wire/capabilities.ts';

/** Options of `host.mount`. */
export interface MountOptions {
  /** The target to show. Needed if the extension declares several. */
  target?: string;
  /** The extension's handle. Needed if several extensions of the file share the target. */
  handle?: string;
  /** Settings that the merchant made. Default: the default values of the fields. */
  settings?: Record<string, string | number | boolean | undefined>;
  /**
   * The API version to run the extension on, for example to try an upgrade. Default: its `api_version`.
   *
   * @throws {SimhostError} `ERR_BAD_OPTION` for a version that no extension can have
   */
  apiVersion?: string;
  /** Capabilities that the TOML declares and the merchant declined, for example `['block_progress']`. Default: none. */
  declined?: readonly CapabilityName[];
  /** Milliseconds that the extension may take to start. Default: until shortly before the test's own timeout. */
  timeout?: number;
  /** The first page of a full page, below its own address: `'/items/2'`. Default: its root. */
  path?: string;
}

/** Options of `host.run`. */
export interface RunOptions extends Omit<MountOptions, 'path'> {
  /** A target that returns a value, or the name of a condition: `….should-render`. */
  target: string;
  /** The value of `shopify.target` in the extension. */
  input?: unknown;
  /** Aborts `shopify.signal`, if the target has one. */
  signal?: AbortSignal;
}

/** The names of all options of `host.mount`. */
export const MOUNT_OPTIONS: readonly (keyof MountOptions)[] = [
  'target',
  'handle',
  'settings',
  'apiVersion',
  'path',
  'declined',
  'timeout',
];

/** The names of all options of `host.run`. */
export const RUN_OPTIONS: readonly (keyof RunOptions)[] = [
  'target',
  'input',
  'handle',
  'settings',
  'apiVersion',
  'declined',
  'timeout',
  'signal',
];
