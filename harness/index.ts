export type {OutgoingRequest} from './core/cases/outgoing-request.ts';
export {createSimulation, Simulation} from './core/simulation/simulation.ts';
export type {InspectedToken} from './core/simulation/token-inspection.ts';
export type {SimulationChange} from './core/simulation/simulation-change.ts';
export type {AdminSchema} from './core/platforms/shopify/admin/admin-schema-option.ts';
export type {ResolveOptions} from './core/simulation/test-resolvers.ts';
export type {AdminTokenOptions} from './core/simulation/admin-token.ts';
export type {MintOptions} from './core/simulation/issuer.ts';
export {TOKEN_KINDS} from './core/simulation/token-kinds.ts';
export type {TokenKind} from './core/simulation/token-kinds.ts';
export type {MswHandler} from './core/simulation/msw-handler.ts';
export type {SimulationOptions} from './core/simulation/options.ts';
export type {ApiCall, ExtensionError, ExtensionLog} from './core/simulation/extension-events.ts';
export type {RequestHistory} from './core/simulation/request-log.ts';
export type {LoggedRequest} from './core/verdicts/logged-request.ts';
export type {AnswerFacts, CorsFacts, ExpectedAnswer, TokenFacts} from './wire/request-facts.ts';
export type {Turn, Verdict} from './wire/verdict.ts';
export {CASE_GROUPS, CASE_IDS, caseOf, groupOf} from './core/cases/catalogue.ts';
export type {CaseGroup} from './core/cases/catalogue.ts';
export type {CaseId} from './core/cases/case-id.ts';
export type {Case, CorsRule, CaseRun, CaseStep, Expectation, Mechanism, Profile} from './core/cases/case.ts';
export {FORGER_FILES} from './core/cases/forger-files.ts';
export type {ForgerFile, ForgerPath} from './core/cases/forger-files.ts';
export {notApplicable} from './core/cases/not-applicable.ts';
export {runsOf} from './core/cases/runs.ts';
export type {RunOptions} from './core/cases/runs.ts';
export {PROFILES} from './core/cases/profile-groups.ts';
export type {ArmedCase, ArmOptions} from './core/cases/armed-cases.ts';
export {Clock} from './clock.ts';
export type {ClockState, Duration, Instant, Party, PartySkews, Skews} from './clock.ts';
export {NOTICE_CODES} from './notices.ts';
export type {Notice, NoticeCode, NoticeOptions, Notices, StrictOption} from './notices.ts';
export {SimhostError} from './errors.ts';
export type {ErrorCode} from './error-codes.ts';
export type {FieldResolver, GeneratedOption} from './core/platforms/shopify/graphql/query-context.ts';
export type {IdTokenClaims} from './core/platforms/shopify/id-token.ts';
export type {PostPurchaseClaims} from './core/platforms/shopify/post-purchase-token.ts';
export type {SessionTokenClaims} from './core/platforms/shopify/session-token.ts';
export type {
  ActionError,
  GenerateAnswer,
  VerifyAnswer,
} from './core/platforms/shop-minis/arranged-answers.ts';
export type {UserTokenVerifyPayload} from './core/platforms/shop-minis/user-token-verify.ts';
export type {MinisState} from './core/platforms/shop-minis/shop-minis.ts';
export {PUBLISHED_MINIS_API_KEY} from './core/world/minis.ts';
export type {MinisOptions} from './core/world/minis.ts';
export type {UserState, UserTokenError, UserTokenResponse} from './core/platforms/shop-minis/user-token.ts';
export {
  PUBLISHED_PRIVATE_STOREFRONT_TOKEN,
  PUBLISHED_STOREFRONT_TOKEN,
  PUBLISHED_TEST_CLIENT_ID,
  PUBLISHED_TEST_SECRET,
} from './core/world/app.ts';
export type {App, AppOptions} from './core/world/app.ts';
export type {
  AppAuthorization,
  AppAuthorizationOptions,
  AppDistribution,
  DeadRefreshToken,
  ExpiringTokens,
  RefreshRetry,
} from './core/world/app-authorization.ts';
export type {AppScopes} from './core/platforms/shopify/app-authorization/access-scopes.ts';
export type {
  AppInstallation,
  DeclaredScopes,
  InstallationChange,
  RevokeRefusal,
} from './core/platforms/shopify/app-authorization/app-installation.ts';
export type {AppWebhook, AppWebhooks, AppWebhooksOptions} from './core/world/app-webhooks.ts';
export type {Webhooks} from './core/simulation/webhooks.ts';
export type {WebhookAttempt, WebhookDelivery} from './core/simulation/webhook-deliveries.ts';
export type {StaffMember, StaffName} from './core/world/staff.ts';
export {PUBLISHED_CUSTOMER_CLIENT_ID} from './core/world/customer-authentication.ts';
export type {
  CustomerAuthentication,
  CustomerAuthenticationOptions,
} from './core/world/customer-authentication.ts';
export type {ProtectedCustomerData, ProtectedField} from './wire/protected-customer-data.ts';
export type {Customer, CustomerOption, PersonName} from './core/world/people.ts';
export type {AccountEmail, SentEmail} from './core/world/sent-emails.ts';
export type {Shop, ShopOptions} from './core/world/shop.ts';
export type {CheckoutOptions} from './core/world/checkout-rules.ts';
export type {CheckoutRules} from './wire/checkout-rules.ts';
export type {World} from './core/world/world.ts';
export type {Order, OrderLine} from './wire/order.ts';
export type {Checkout, CheckoutLine} from './wire/checkout.ts';
export type {CheckoutChange} from './core/world/checkout.ts';
export type {LiveChange} from './core/world/live-changes.ts';
export type {SandboxOrigin, ScriptOriginRule} from './wire/control.ts';
export {VTEX_TEST_KID, VTEX_TEST_PUBLIC_KEY} from './core/platforms/vtex/vtex-test-key.ts';
export type {VtexAppKeyClaims, VtexAudience, VtexUserClaims} from './core/platforms/vtex/vtex-tokens.ts';
export type {VtexCookie} from './core/platforms/vtex/vtex-cookies.ts';
export type {
  VtexLogin,
  VtexLoginOptions,
  VtexPerson,
  VtexSession,
  VtexSessions,
} from './core/platforms/vtex/vtex-sessions.ts';
export type {VtexState} from './core/platforms/vtex/vtex-platform.ts';
export type {Vtex, VtexAccount, VtexOptions} from './core/world/vtex.ts';
export type {VtexAssumptions} from './core/world/vtex-assumptions.ts';
export type {VtexAdmin, VtexAppKey} from './core/world/vtex-staff.ts';
export {vtexIoRequest} from './core/platforms/vtex/io-request.ts';
export type {VtexIoRequestOptions} from './core/platforms/vtex/io-request.ts';
export {VTEX_TEST_PASSWORD} from './core/platforms/vtex/logins.ts';
export type {VtexOrder} from './core/platforms/vtex/vtex-orders.ts';
