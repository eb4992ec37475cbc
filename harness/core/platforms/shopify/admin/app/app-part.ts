import type {AdminPart} from '../admin-part.ts';
import {resolveApp, resolveInstallation} from './app.ts';
import {revokeScopes, uninstallApp} from './installation-mutations.ts';
import {resolveStaffMember} from './staff-member.ts';

/** The app, its installation with the access scopes, and the staff member of an online token. */
export const APP: AdminPart = {
  sdl: `
    extend type QueryRoot {
      app(id: ID): App
      appByHandle(handle: String!): App
      appByKey(apiKey: String!): App
      appInstallation(id: ID): AppInstallation
      currentAppInstallation: AppInstallation!
      currentStaffMember: StaffMember
    }

    extend type Mutation {
      appRevokeAccessScopes(scopes: [String!]!): AppRevokeAccessScopesPayload
      appUninstall: AppUninstallPayload
    }

    type App implements Node {
      apiKey: String!
      appStoreAppUrl: URL
      appStoreDeveloperUrl: URL
      availableAccessScopes: [AccessScope!]!
      description: String
      developerName: String
      developerType: AppDeveloperType!
      embedded: Boolean!
      failedRequirements: [FailedRequirement!]!
      features: [String!]!
      handle: String
      id: ID!
      installUrl: URL
      installation: AppInstallation
      isPostPurchaseAppInUse: Boolean!
      optionalAccessScopes: [AccessScope!]!
      previouslyInstalled: Boolean!
      pricingDetails: String
      pricingDetailsSummary: String!
      privacyPolicyUrl: URL
      publicCategory: AppPublicCategory!
      published: Boolean!
      requestedAccessScopes: [AccessScope!]!
      shopifyDeveloped: Boolean!
      title: String!
      uninstallMessage: String!
      webhookApiVersion: String!
    }

    enum AppDeveloperType {
      MERCHANT
      PARTNER
      SHOPIFY
      UNKNOWN
    }

    enum AppPublicCategory {
      CUSTOM
      OTHER
      PRIVATE
      PUBLIC
    }

    type FailedRequirement {
      message: String!
    }

    type AppInstallation implements Node {
      accessScopes: [AccessScope!]!
      app: App!
      id: ID!
      launchUrl: URL!
      uninstallUrl: URL
    }

    type AccessScope {
      description: String!
      handle: String!
    }

    type AppRevokeAccessScopesPayload {
      revoked: [AccessScope!]
      userErrors: [AppRevokeAccessScopesAppRevokeScopeError!]!
    }

    type AppRevokeAccessScopesAppRevokeScopeError implements DisplayableError {
      code: AppRevokeAccessScopesAppRevokeScopeErrorCode
      field: [String!]
      message: String!
    }

    enum AppRevokeAccessScopesAppRevokeScopeErrorCode {
      APP_NOT_INSTALLED
      APPLICATION_CANNOT_BE_FOUND
      CANNOT_REVOKE_IMPLIED_SCOPES
      CANNOT_REVOKE_REQUIRED_SCOPES
      CANNOT_REVOKE_UNDECLARED_SCOPES
      MISSING_SOURCE_APP
      UNKNOWN_SCOPES
    }

    type AppUninstallPayload {
      app: App
      userErrors: [AppUninstallAppUninstallError!]!
    }

    type AppUninstallAppUninstallError implements DisplayableError {
      code: AppUninstallAppUninstallErrorCode
      field: [String!]
      message: String!
    }

    enum AppUninstallAppUninstallErrorCode {
      APP_NOT_FOUND
      APP_NOT_INSTALLED
      APP_UNINSTALL_ERROR
      INSUFFICIENT_PERMISSIONS
      USER_PERMISSIONS_INSUFFICIENT
    }

    type StaffMember implements Node {
      active: Boolean!
      email: String!
      exists: Boolean!
      firstName: String
      id: ID!
      initials: [String!]
      isShopOwner: Boolean!
      lastName: String
      locale: String!
      name: String!
      phone: String
    }
  `,
  root: (state) => {
    const app = resolveApp(state);
    const isOwn = (id: string | null | undefined, own: string): boolean => id == null || id === own;

    return {
      app: ({id}: {id?: string | null}) => (isOwn(id, app.id) ? app : null),
      appByHandle: ({handle}: {handle: string}) => (handle === app.handle ? app : null),
      appByKey: ({apiKey}: {apiKey: string}) => (apiKey === state.app.clientId ? app : null),
      appInstallation: ({id}: {id?: string | null}) =>
        isOwn(id, state.installation.id) ? resolveInstallation(state) : null,
      currentAppInstallation: () => resolveInstallation(state),
      currentStaffMember: () => resolveStaffMember(state.caller.staff),
      ...revokeScopes(state),
      ...uninstallApp(state),
    };
  },
  node(id, state) {
    if (id === state.installation.id) return resolveInstallation(state);
    const app = resolveApp(state);
    return id === app.id ? app : null;
  },
  scopes: {StaffMember: 'read_users'},
};
