import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {ScopesDetail} from '../../../wire/admin.ts';
import type {Remote} from '../../../wire/rpc.ts';
import type {BridgeConfig} from './config.ts';
import {createIntents} from './intents.ts';
import {onlyOnDevice, pointOfSale} from './other-devices.ts';
import type {Scopes, ShopifyMembers} from './shopify-members.ts';
import {createToasts} from './toasts.ts';
import {createTools} from './tools.ts';

/** An element that can be shown: `ui-modal`, `s-app-window` or `ui-save-bar`. */
interface Showable extends HTMLElement {
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

/** Makes the global `shopify` of an app's document. Members that the admin shows nothing for do nothing. */
export function createShopify(config: BridgeConfig, admin: Remote<AdminForApp>): ShopifyMembers {
  return {
    config,
    origin: location.origin,
    ready: Promise.resolve(),
    setSignals: () => {},
    environment: {embedded: true, mobile: false, pos: false, intent: false},

    idToken: () => admin.idToken(false),
    user: () => admin.user(),
    loading: (isLoading = true) => {
      void admin.called('loading', [isLoading]);
      void admin.loading(isLoading);
    },

    toast: createToasts(admin),
    ...pickers(admin),
    modal: modalMembers(admin),
    saveBar: {...shownById('ui-save-bar'), leaveConfirmation: () => admin.leave()},
    scopes: scopeMembers(admin),
    intents: createIntents(admin),

    ...withoutEffect(admin),
    scanner: {capture: () => onlyOnDevice('scanner.capture')},
    pos: pointOfSale(),
  };
}

function pickers(admin: Remote<AdminForApp>): Pick<ShopifyMembers, 'resourcePicker' | 'picker'> {
  return {
    resourcePicker: async (options) => {
      void admin.called('resourcePicker', [plain(options)]);
      const picked = await admin.pickResources(plain(options));
      return picked === null ? undefined : Object.assign([...picked], {selection: [...picked]});
    },
    picker: async (options) => {
      void admin.called('picker', [plain(options)]);
      return {selected: admin.pick(plain(options)).then((ids) => (ids === null ? undefined : [...ids]))};
    },
  };
}

function modalMembers(admin: Remote<AdminForApp>): ShopifyMembers['modal'] {
  const selector = 'ui-modal, s-app-window';
  return {
    ...shownById(selector),
    // The page of a modal has no such element, and hides the modal that it is in.
    hide: async (id) => {
      const element = elementOf(selector, id);
      await (element === null ? admin.hideModal(id) : element.hide());
    },
  };
}

function shownById(selector: string): ShopifyMembers['modal'] {
  return {
    show: async (id) => elementOf(selector, id)?.show(),
    hide: async (id) => elementOf(selector, id)?.hide(),
    toggle: async (id) => elementOf(selector, id)?.toggle(),
  };
}

function scopeMembers(admin: Remote<AdminForApp>): ShopifyMembers['scopes'] {
  return {
    query: async () => lists(await admin.scopes()),
    request: async (scopes) => {
      void admin.called('scopes.request', [scopes]);
      const {granted, detail} = await admin.requestScopes([...scopes]);
      return {result: granted ? 'granted-all' : 'declined-all', detail: lists(detail)};
    },
    revoke: async (scopes) => {
      void admin.called('scopes.revoke', [scopes]);
      return {detail: lists(await admin.revokeScopes([...scopes]))};
    },
  };
}

type WithoutEffect = 'tools' | 'app' | 'shopifyQL' | 'webVitals' | 'support' | 'reviews';

/** The members for parts of the admin that are not simulated. */
function withoutEffect(admin: Remote<AdminForApp>): Pick<ShopifyMembers, WithoutEffect> {
  return {
    tools: createTools(),
    app: {extensions: async () => []},
    shopifyQL: {available: async () => false},
    webVitals: {onReport: async () => {}},
    support: {registerHandler: async () => {}},
    reviews: {
      request: async () => {
        void admin.called('reviews.request', []);
        return {success: true, code: 'success', message: 'Review modal shown successfully'};
      },
    },
  };
}

function lists({granted, required, optional}: ScopesDetail): Scopes {
  return {granted: [...granted], required: [...required], optional: [...optional]};
}

/** Copies options as data, because an app may pass objects that cannot be sent, such as proxies of a framework. */
function plain<Options>(options: Options): Options {
  return JSON.parse(JSON.stringify(options)) as Options;
}

function elementOf(selector: string, id: string): Showable | null {
  return [...document.querySelectorAll<Showable>(selector)].find((element) => element.id === id) ?? null;
}
