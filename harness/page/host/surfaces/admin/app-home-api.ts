import type {AdminIntent} from '../../../../wire/admin-view.ts';
import type {Mount} from '../../../../wire/control.ts';
import type {CallNode, GroupNode, SignalNode} from '../../../../wire/sandbox.ts';
import {call, group, signal} from '../api-node.ts';
import type {AdminIntentIssue, AdminIntentOptions, InvokeIntent} from './admin-standard-api.ts';

/** Creates `app`. */
export function appApi(): AppApi {
  return {app: group({extensions: call()})};
}

/** The API of app home about the app's extensions. */
export type AppApi = {
  readonly app: GroupNode<{
    readonly extensions: CallNode<
      () => Promise<{handle?: string | null; activations: {target: string}[]; type?: 'ui_extension'}[]>
    >;
  }>;
};

/** Creates `intents` of app home. It can answer the intent that it starts with. */
export function appIntentsApi(mount: Pick<Mount, 'admin'>): AppIntentsApi {
  return mount.admin.intent === null
    ? {intents: group({invoke: call(), request: signal(null)})}
    : intentResponseApi(mount);
}

/** The API of app home about intents. */
export type AppIntentsApi = {
  readonly intents: GroupNode<{
    readonly invoke: CallNode<InvokeIntent>;
    readonly request: SignalNode<AdminIntentOptions | null>;
    readonly response?: ResponseApi;
  }>;
};

/** Creates `intents` of a target that handles one. */
export function intentResponseApi({admin: {intent}}: Pick<Mount, 'admin'>): IntentResponseApi {
  return {intents: group({invoke: call(), request: signal(intent), response: responseApi()})};
}

function responseApi(): ResponseApi {
  return group({ok: call(), error: call(), closed: call()});
}

/** The API of a target that handles an intent. */
export type IntentResponseApi = {
  readonly intents: GroupNode<{
    readonly invoke: CallNode<InvokeIntent>;
    readonly request: SignalNode<AdminIntent | null>;
    readonly response: ResponseApi;
  }>;
};

/** The functions that answer an intent. */
type ResponseApi = GroupNode<{
  readonly ok: CallNode<(data?: Record<string, unknown>) => Promise<void>>;
  readonly error: CallNode<(message: string, issues?: AdminIntentIssue[]) => Promise<void>>;
  readonly closed: CallNode<() => Promise<void>>;
}>;

/** Creates `loading`. */
export function loadingApi(): LoadingApi {
  return {loading: call()};
}

/** The API of app home about its loading bar. */
export type LoadingApi = {readonly loading: CallNode<(isLoading?: boolean) => void>};

/** Creates `toast`. */
export function toastApi(): ToastApi {
  return {toast: group({show: call(), hide: call()})};
}

/** The API of app home about messages. */
export type ToastApi = {
  readonly toast: GroupNode<{
    readonly show: CallNode<(message: string, options?: {duration?: number; isError?: boolean}) => void>;
    readonly hide: CallNode<() => void>;
  }>;
};

/** Creates `tools`. */
export function toolsApi(): ToolsApi {
  return {tools: group({register: call(), unregister: call(), clear: call()})};
}

/** The API of app home about tools of the assistant. */
export type ToolsApi = {
  readonly tools: GroupNode<{
    readonly register: CallNode<(name: string, handler: ToolHandler) => () => void>;
    readonly unregister: CallNode<(name: string) => void>;
    readonly clear: CallNode<() => void>;
  }>;
};

/** A tool that the assistant calls. */
export type ToolHandler = (
  input: Record<string, unknown>,
) => Record<string, unknown> | Promise<Record<string, unknown>>;
