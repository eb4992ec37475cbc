import type {Translations} from '../../../../wire/control.ts';
import type {Bundle} from './bundle.ts';
import type {Capabilities} from './capabilities.ts';
import type {DeclaredIntent} from './declared-intent.ts';
import type {DeclaredTool} from './declared-tool.ts';
import type {SettingField} from './settings.ts';

/** The parts of an extension's TOML file that pages and the extension itself see. */
export interface DeclaredExtension {
  readonly handle: string;
  /** As written: a name such as `t:name` is a key of the locale files. */
  readonly name: string;
  /** For example `2026-10`. */
  readonly apiVersion: string;
  readonly capabilities: Capabilities;
  readonly settings: readonly SettingField[];
  readonly metafields: readonly DeclaredMetafield[];
  readonly targeting: readonly DeclaredTarget[];
}

/** A table `[[extensions.targeting]]`. */
export interface DeclaredTarget {
  readonly target: string;
  readonly metafields: readonly DeclaredMetafield[];
  /** The tools that the assistant of the admin may call. Default: none. */
  readonly tools?: readonly DeclaredTool[];
  /** The intents that the target handles. Default: none. */
  readonly intents?: readonly DeclaredIntent[];
}

/** A table `[[metafields]]`. */
export interface DeclaredMetafield {
  readonly namespace: string;
  readonly key: string;
}

/** An extension whose scripts are built, ready to be mounted. */
export interface BuiltExtension {
  readonly extension: DeclaredExtension;
  readonly translations: Translations;
  readonly bundle: Bundle;
  /** The script of its `should_render` conditions, or null if it has none. */
  readonly conditions: Bundle | null;
}
