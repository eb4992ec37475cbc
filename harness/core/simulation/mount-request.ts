import type {Notice} from '../../notices.ts';
import type {AdminIntent, AdminMount} from '../../wire/admin-view.ts';
import type {SelectedResource} from '../../wire/admin-subject.ts';
import type {Run, SandboxOrigin, ScriptOriginRule} from '../../wire/control.ts';
import type {BuiltExtension} from '../platforms/shopify/extension/declared-extension.ts';
import type {Settings} from '../platforms/shopify/extension/settings.ts';

/** The bytes that `shopify.storage` of the admin holds. The platform's own limit is not public. */
export const STORAGE_LIMIT: number = 1024 * 1024;

/** An extension to show, and the target at which it is shown. */
export interface MountRequest extends BuiltExtension {
  readonly target: string;
  /** The merchant's settings. Default: the fields' default values. */
  readonly settings?: Settings;
  /** The declared capabilities that the merchant declines. Default: none. */
  readonly declined?: readonly string[];
  /** Whether it runs in the checkout editor, before the merchant saves it. Default: `false`. */
  readonly editor?: boolean;
  /** The resources that an extension of the admin gets as selected. Default: those of its page. */
  readonly selected?: readonly SelectedResource[] | undefined;
  /** The bytes that `shopify.storage` of the admin may hold. Default: {@link STORAGE_LIMIT}. */
  readonly storageLimit?: number | undefined;
  /** The intent that an extension of the admin handles. Default: none. */
  readonly intent?: AdminIntent | undefined;
  /** All of these as the mount has them. The simulation adds it. */
  readonly admin?: AdminMount;
  /** Notices about the extension's files. Default: none. */
  readonly notices?: readonly Notice[];
  /** Whether every signal reports once more after the start, with an equal value. Default: `false`. */
  readonly repeatsSignals?: boolean;
  /** The function to call for its value, instead of rendering. Default: the extension renders. */
  readonly run?: Pick<Run, 'registered' | 'input'>;
}

/** An extension to run for a value. */
export type RunRequest = MountRequest & Required<Pick<MountRequest, 'run'>>;

/** An extension that a simulation shows. */
export interface MountedExtension {
  readonly id: string;
  /** Resolves when a page shows its first tree, and rejects with the error that kept it from starting. */
  readonly started: Promise<void>;
  /** Resolves with the value of the function, if it is run for a value. */
  readonly returned: Promise<unknown>;
  /** Reports to the extension that its value is not needed any more. */
  abort(): void;
  /** Starts the extension again, for example after an edit. */
  replace(request: MountRequest): void;
  /** Takes the extension off every page. */
  remove(): void;
}

/** The rules for sandboxes: their origin, and the requests that they may send. */
export interface SandboxRules {
  /** `undefined` follows the platform's rule for the target. */
  readonly origin: SandboxOrigin | undefined;
  /** Whether they may fetch from their script's origin; `undefined` follows the platform's rule for the target. */
  readonly fetchToScriptOrigin: ScriptOriginRule | undefined;
}
