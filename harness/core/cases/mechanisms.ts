import type {TokenEndpointFault} from '../platforms/shopify/app-authorization/token-fault.ts';
import type {AdminApiFault} from '../platforms/shopify/admin/admin-api-fault.ts';
import type {ApiFault} from '../platforms/shopify/api-fault.ts';
import type {Exchange, HostAnswer, Mechanism, RequestMutation, TokenMutation} from './case.ts';

/** Makes the token differently. Several names are several spellings of one fault. */
export function token(mutation: TokenMutation | Readonly<Record<string, TokenMutation>>): Mechanism {
  return {kind: 'token', variants: typeof mutation === 'function' ? {'': mutation} : mutation};
}

/** Sends a good token in another way. */
export function request(mutation: RequestMutation | Readonly<Record<string, RequestMutation>>): Mechanism {
  return {kind: 'request', variants: typeof mutation === 'function' ? {'': mutation} : mutation};
}

/** Sends several requests, or one that no page makes. */
export function exchange(steps: Exchange | Readonly<Record<string, Exchange>>): Mechanism {
  return {kind: 'exchange', variants: typeof steps === 'function' ? {'': steps} : steps};
}

/** Lets the platform's page fail to give the extension a token in time. */
export function hostFault(answer: HostAnswer): Mechanism {
  return {kind: 'host', answer};
}

/** Lets the Storefront API fail at the next query, or answer it later. */
export function storefrontFault(fault: ApiFault): Mechanism {
  return {kind: 'storefront', fault};
}

/** Lets the Customer Account API fail at the next query, or answer it later. */
export function accountFault(fault: ApiFault): Mechanism {
  return {kind: 'customer-account', fault};
}

/** Lets the token endpoint of the app fail at the next exchange of an ID token, or answer it later. */
export function exchangeFault(tokenFault: TokenEndpointFault): Mechanism {
  return {kind: 'token-exchange', tokenFault};
}

/** Lets the token endpoint of the app fail at the next refresh, or answer it later. */
export function refreshFault(tokenFault: TokenEndpointFault): Mechanism {
  return {kind: 'token-refresh', tokenFault};
}

/** Makes the token in the first URL of an embedded app differently; `null` leaves it out. */
export function launched(mutation: TokenMutation | null): Mechanism {
  return mutation === null ? {kind: 'launch', withheld: true} : {kind: 'launch', variants: {'': mutation}};
}

/** Makes the token that App Bridge gets from the admin differently. */
export function appBridgeToken(mutation: TokenMutation): Mechanism {
  return {kind: 'id-token', variants: {'': mutation}};
}

/** Lets the Admin API refuse the next query, fail at it, or answer it later. */
export function adminApiFault(adminFault: AdminApiFault): Mechanism {
  return {kind: 'admin-api', adminFault};
}

/** Lets the shop redirect a request to an app proxy, which so never reaches the app. */
export function shopRedirect(): Mechanism {
  return {kind: 'shop'};
}

/** Lets every signal of the next extension report once more, with an equal value and a new identity. */
export function repeatedSignals(): Mechanism {
  return {kind: 'signals'};
}

/** Lets the checkout refuse the next change of an extension and all later ones. */
export function limitedChanges(): Mechanism {
  return {kind: 'changes'};
}

/** Lets the order of the next completed checkout be created that many simulated milliseconds later. */
export function lateOrder(after: number): Mechanism {
  return {kind: 'order', after};
}

/** Names the line that arranges the case in a test. */
export function testOnly(line: string): Mechanism {
  return {kind: 'test', line};
}
