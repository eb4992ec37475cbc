import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import type {BridgeConfig} from './config.ts';

/** Makes the global `shopify` of an app's document. */
export function createShopify(config: BridgeConfig, admin: Remote<AdminForApp>): object {
  return {
    config,
    origin: location.origin,
    ready: Promise.resolve(),
    environment: {embedded: true, mobile: false, pos: false, intent: false},
    idToken: () => admin.idToken(false),
    loading: (isLoading?: boolean) => void admin.loading(isLoading ?? true),
  };
}
