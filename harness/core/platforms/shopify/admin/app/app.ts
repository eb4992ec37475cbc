import {APP_ID} from './app-id.ts';
import {billingFields} from '../billing/billing-fields.ts';
import type {AdminState} from '../admin-state.ts';
import {metafieldMembers} from '../metafields/metafield-resolver.ts';

/** The app as `App` has it. */
export interface ResolvedApp {
  readonly id: string;
  readonly handle: string;
}

/** Resolves the fields of `App`. */
export function resolveApp(state: AdminState): ResolvedApp & Readonly<Record<string, unknown>> {
  const {app, installation} = state;
  const {required, optional} = installation.scopes;

  return {
    __typename: 'App',
    id: APP_ID,
    apiKey: app.clientId,
    title: app.name,
    handle: handleOf(app.name),
    description: null,
    developerName: null,
    developerType: 'PARTNER',
    embedded: true,
    appStoreAppUrl: null,
    appStoreDeveloperUrl: null,
    failedRequirements: [],
    features: [],
    installUrl: null,
    installation: () => (installation.isInstalled ? resolveInstallation(state) : null),
    isPostPurchaseAppInUse: false,
    availableAccessScopes: () => [...required, ...optional].map(accessScope),
    requestedAccessScopes: () => required.map(accessScope),
    optionalAccessScopes: () => optional.map(accessScope),
    previouslyInstalled: false,
    pricingDetails: null,
    pricingDetailsSummary: 'Free',
    privacyPolicyUrl: null,
    publicCategory: 'PUBLIC',
    published: true,
    shopifyDeveloped: false,
    uninstallMessage: '',
    webhookApiVersion: state.version,
  };
}

/** Resolves the fields of `AppInstallation`. */
export function resolveInstallation(state: AdminState): object {
  const {app, shop, installation} = state;
  const store = shop.domain.replace(/\.myshopify\.com$/, '');

  return {
    __typename: 'AppInstallation',
    id: installation.id,
    app: () => resolveApp(state),
    accessScopes: () => installation.scopes.granted.map(accessScope),
    launchUrl: `https://admin.shopify.com/store/${store}/apps/${app.clientId}`,
    uninstallUrl: null,
    ...billingFields(state),
    ...metafieldMembers(installation.id, state),
  };
}

/** Resolves the fields of `AccessScope`. */
export function accessScope(handle: string): object {
  const words = handle.replace(/^(?:customer|unauthenticated)_/, '').replaceAll('_', ' ');
  return {__typename: 'AccessScope', handle, description: words.charAt(0).toUpperCase() + words.slice(1)};
}

/** Returns the handle that a name gives: `test-app` for `Test app`. */
function handleOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
