import {SimhostError} from '../errors.ts';
import {refuseUnknownKeys} from '../known-values.ts';
import {shown} from '../shown-value.ts';
import {name} from '../core/world/platform-values.ts';
import {list, optional, single} from '../core/world/shape.ts';
import type {CapabilityName} from '../wire/capabilities.ts';

/** Options of `host.mount`. */
export interface MountOptions {
  /** The target to show. Needed if the extension declares several. */
  target?: string;
  /** The extension's handle. Needed if several extensions of the file share the target. */
  handle?: string;
  /**
   * Settings that the merchant made, or `'unset'` if the merchant made none: they are empty then, as on Shopify before
   * the merchant has saved them. Default: the default values of the fields.
   *
   * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/target-apis/platform-apis/settings-api
   */
  settings?: Record<string, string | number | boolean | undefined> | 'unset';
  /**
   * Whether it runs in the checkout editor and is not saved. `extension.editor` is set, settings without a value of the
   * test are empty, there are no metafields, and `sessionToken.get()` fails. `host.update({editor: 'saved'})` saves it.
   * Default: `false`.
   *
   * @see https://github.com/Shopify/ui-extensions/issues/1081
   */
  editor?: boolean;
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
const MOUNT_OPTIONS: readonly (keyof MountOptions)[] = [
  'target',
  'handle',
  'settings',
  'editor',
  'apiVersion',
  'path',
  'declined',
  'timeout',
];

/** The names of all options of `host.run`. */
const RUN_OPTIONS: readonly (keyof RunOptions)[] = [
  'target',
  'input',
  'handle',
  'settings',
  'editor',
  'apiVersion',
  'declined',
  'timeout',
  'signal',
];

const TEXT = optional(name('purchase.checkout.block.render'));

const TIMEOUT = optional(
  single<number>({
    expected: 'milliseconds, for example 5000',
    example: 5000,
    accepts: (given) => Number.isFinite(given) && (given as number) >= 0,
  }),
);

const CAPABILITIES = optional(list(name('network_access')));

/**
 * Checks the names of the options of `mount`, and the types that `run` has too.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION` with the name and value of the option
 */
export function checkMountOptions(options: MountOptions): void {
  refuseUnknownKeys('mount', options, MOUNT_OPTIONS);
  TEXT.read(options.target, 'target');
  checkTypes({...options});
}

/**
 * Checks the options of `run`. Its target has no default.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION` with the name and value of the option
 */
export function checkRunOptions(options: RunOptions): void {
  refuseUnknownKeys('run', options, RUN_OPTIONS);
  name('purchase.address-autocomplete.suggest').read(options.target, 'target');
  checkTypes({...options});
}

function checkTypes(options: Readonly<Record<string, unknown>>): void {
  for (const option of ['handle', 'apiVersion', 'path']) TEXT.read(options[option], option);
  TIMEOUT.read(options['timeout'], 'timeout');
  CAPABILITIES.read(options['declined'], 'declined');
}

/**
 * Checks the values of `settings` and `editor`.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION`
 */
export function checkMountValues(settings: unknown, editor: unknown): void {
  if (settings !== 'unset' && (typeof settings !== 'object' || settings === null)) {
    throw new SimhostError('ERR_BAD_OPTION', `settings is ${shown(settings)}.`, {
      next: "Give values by their keys, such as {title: 'Points'}, or 'unset'.",
    });
  }

  if (typeof editor !== 'boolean') {
    throw new SimhostError('ERR_BAD_OPTION', `editor is ${shown(editor)}.`, {
      next: 'Give true for an extension in the checkout editor, or leave editor out.',
    });
  }
}
