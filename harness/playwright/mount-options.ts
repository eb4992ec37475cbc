import {SimhostError} from '../errors.ts';
import {isRecord} from '../records.ts';
import {refuseUnknownKeys} from '../known-values.ts';
import {shown} from '../shown-value.ts';
import {name} from '../core/world/platform-values.ts';
import {list, optional, single} from '../core/world/shape.ts';
import type {SelectedResource} from '../wire/admin-subject.ts';
import type {IntentOption} from './mount-intent.ts';
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
  /**
   * The resources that an extension of the admin gets as `shopify.data.selected`, by their ids. Default: the first
   * resource of the page, and the first two of a list with a selection.
   */
  selected?: readonly (string | SelectedResource)[];
  /**
   * The intent that an extension of the admin handles, at `admin.app.intent.render` and `admin.app.home.render`. Default:
   * the first one that the former declares, with empty `data`.
   */
  intent?: IntentOption;
  /** The bytes that `shopify.storage` of an extension of the admin may hold. Default: 1 MB. */
  storageLimit?: number;
  /** The first page of a full page, below its own address: `'/items/2'`. Default: its root. */
  path?: string;
}

/** Options of `host.run`. */
export interface RunOptions extends Omit<MountOptions, 'path' | 'intent'> {
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
  'selected',
  'storageLimit',
  'intent',
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
  'selected',
  'storageLimit',
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

const SELECTED = optional(
  list(
    single<string | SelectedResource>({
      expected: 'the id of a resource, such as "gid://shopify/Product/1"',
      example: 'gid://shopify/Product/1',
      accepts: (given) => /^gid:\/\/shopify\/\w+\/[\w-]+$/.test(idOf(given)),
    }),
  ),
);

const STORAGE_LIMIT = optional(
  single<number>({
    expected: 'a number of bytes, for example 1000',
    example: 1000,
    accepts: (given) => Number.isInteger(given) && (given as number) >= 0,
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

/** Returns the option `selected` with an object for each resource. */
export function selectedIn({
  selected,
}: Pick<MountOptions, 'selected'>): readonly SelectedResource[] | undefined {
  return selected?.map((each) => (typeof each === 'string' ? {id: each} : each));
}

function idOf(given: unknown): string {
  return String(isRecord(given) ? given['id'] : given);
}

function checkTypes(options: Readonly<Record<string, unknown>>): void {
  for (const option of ['handle', 'apiVersion', 'path']) TEXT.read(options[option], option);
  TIMEOUT.read(options['timeout'], 'timeout');
  CAPABILITIES.read(options['declined'], 'declined');
  SELECTED.read(options['selected'], 'selected');
  STORAGE_LIMIT.read(options['storageLimit'], 'storageLimit');
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
