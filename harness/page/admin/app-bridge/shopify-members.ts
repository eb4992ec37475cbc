import type {IntentEnd, InvokedIntent, PickerOptions} from '../../../wire/app-bridge.ts';
import type {PickedResource, ResourceQuery} from '../../../wire/admin.ts';
import type {BridgeConfig} from './config.ts';
import type {PointOfSale} from './other-devices.ts';

/** The members of `shopify` in an app's document. */
export interface ShopifyMembers {
  readonly config: BridgeConfig;
  readonly origin: string;
  readonly ready: Promise<void>;
  setSignals(signal: unknown): void;
  readonly environment: Readonly<Record<'embedded' | 'mobile' | 'pos' | 'intent', boolean>>;
  idToken(): Promise<string>;
  loading(isLoading?: boolean): void;
  user(): Promise<{accountAccess?: string}>;
  readonly toast: Toasts;
  resourcePicker(options: ResourceQuery): Promise<PickedResources | undefined>;
  picker(options: PickerOptions): Promise<{selected: Promise<string[] | undefined>}>;
  readonly modal: Shown;
  readonly saveBar: Shown & {leaveConfirmation(): Promise<void>};
  readonly scopes: {
    query(): Promise<Scopes>;
    request(scopes: readonly string[]): Promise<{result: 'granted-all' | 'declined-all'; detail: Scopes}>;
    revoke(scopes: readonly string[]): Promise<{detail: Scopes}>;
  };
  readonly intents: Intents;
  readonly tools: Tools;
  readonly app: {extensions(): Promise<never[]>};
  readonly shopifyQL: {available(): Promise<boolean>};
  readonly webVitals: {onReport(callback: unknown): Promise<void>};
  readonly support: {registerHandler(callback: unknown): Promise<void>};
  readonly reviews: {
    request(): Promise<{success: true; code: 'success'; message: 'Review modal shown successfully'}>;
  };
  readonly scanner: {capture(): Promise<{data: string}>};
  readonly pos: PointOfSale;
}

/** The picked resources, with themselves as `selection`. */
export type PickedResources = PickedResource[] & {selection: PickedResource[]};

/** The lists of `shopify.scopes`. */
export interface Scopes {
  granted: string[];
  required: string[];
  optional: string[];
}

/** `shopify.modal`, and a part of `shopify.saveBar`. */
export interface Shown {
  show(id: string): Promise<void>;
  hide(id: string): Promise<void>;
  toggle(id: string): Promise<void>;
}

/** `shopify.toast`. */
export interface Toasts {
  show(message: string, options?: ToastOptions): string;
  hide(id: string): void;
}

/** The options of `shopify.toast.show`. */
export interface ToastOptions {
  duration?: number;
  isError?: boolean;
  action?: string;
  onAction?: () => void;
  onDismiss?: () => void;
}

/** `shopify.intents`. */
export interface Intents {
  readonly request: {readonly value: null; subscribe(listener: (value: null) => void): () => void};
  invoke(
    query: string | InvokedIntent,
    options?: Partial<InvokedIntent>,
  ): Promise<{complete: Promise<IntentEnd>}>;
  register(callback: (intent: never) => void): () => void;
}

/** `shopify.tools`. */
export interface Tools {
  register(name: string, handler: (input: Record<string, unknown>) => unknown): () => void;
  unregister(name: string): void;
  clear(): void;
}
