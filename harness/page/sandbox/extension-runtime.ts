import type {WireNotice} from '../../wire/extension-notices.ts';
import type {SandboxStart} from '../../wire/sandbox.ts';
import type {Callback, Cell} from './extension-api.ts';
import type {I18n} from './i18n.ts';
import type {UntrackedReads} from './untracked-reads.ts';

/** A generation of extensions: how they are called, what they see, and how their tree is sent. */
export interface ExtensionRuntime {
  readonly createCell: (value: unknown, path: string, onRead?: () => void) => Cell;
  /** Returns the members of the API that the sandbox makes, and the extension's name for the API. */
  members(
    made: SandboxMembers,
    start: SandboxStart,
  ): {readonly name: string; readonly local: Readonly<Record<string, unknown>>};
  /** Returns the globals of the extension. */
  globals(api: object, made: SandboxMembers): Readonly<Record<string, unknown>>;
  /** Functions of the API that the sandbox itself answers, by path. */
  readonly calls?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** Calls the target's callback. Resolves when the first tree is complete. */
  run(callback: Callback, api: object, start: SandboxStart): Promise<void>;
  /** Sends the changes that were gathered. */
  flush(): void;
  /** Signals that Preact does not track, and that were read while it drew the first tree. */
  readonly untracked?: Pick<UntrackedReads, 'isEmpty' | 'notice'>;
  /** Whether the page shows anything of the extension. */
  hasRendered(): boolean;
  /** Whether an error event is the only sign that rendering failed. */
  readonly errorsFailStart: boolean;
}

/** The members of the API that the sandbox makes. */
export interface SandboxMembers {
  readonly i18n: I18n;
  readonly navigation: object;
  readonly extend: (target: string, callback: Callback) => void;
  readonly reload: () => void;
  /** Aborts when the target's caller no longer waits. Only for targets that may be aborted. */
  readonly signal?: AbortSignal;
}

/** The parts of the page that a runtime uses. */
export interface RuntimePage {
  send(records: readonly unknown[]): void;
  callElement(id: string, method: string, args: readonly unknown[]): unknown;
  /** Calls a member of the API in the page. */
  callApi(path: string, args: readonly unknown[]): Promise<unknown>;
  notice(notice: WireNotice): void;
}
