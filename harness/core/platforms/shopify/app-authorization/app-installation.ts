import type {App} from '../../../world/app.ts';
import type {AppScopes} from './access-scopes.ts';
import {compact, covers, expand} from './access-scopes.ts';

/** A change of the installation. */
export type InstallationChange =
  | {readonly kind: 'installed' | 'uninstalled'}
  | {readonly kind: 'scopes'; readonly previous: readonly string[]; readonly current: readonly string[]};

/** The reason why scopes cannot be revoked, in the words of `appRevokeAccessScopes`. */
export interface RevokeRefusal {
  /** The code of the error. */
  readonly code:
    | 'CANNOT_REVOKE_REQUIRED_SCOPES'
    | 'CANNOT_REVOKE_UNDECLARED_SCOPES'
    | 'CANNOT_REVOKE_IMPLIED_SCOPES';
  /** The scopes that are the reason. */
  readonly scopes: readonly string[];
}

/** The scopes that an app declares in its TOML. */
export type DeclaredScopes = Partial<Pick<App, 'scopes' | 'optionalScopes'>>;

/**
 * The app in the shop: whether it is installed, and the scopes that the merchant granted.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/app-installation
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const {installation} = createSimulation({app: {scopes: ['write_products'], optionalScopes: ['read_orders']}});
 * installation.onChange((change) => console.log(change.kind));
 * installation.grant(['read_orders']);
 * ```
 */
export class AppInstallation {
  /** `gid://shopify/AppInstallation/…` */
  readonly id: string = 'gid://shopify/AppInstallation/601001';
  readonly #listeners = new Set<(change: InstallationChange) => void>();
  #isInstalled: boolean;
  #required: readonly string[];
  #optional: readonly string[];
  #granted: readonly string[];

  constructor({scopes, optionalScopes, installed}: Pick<App, 'scopes' | 'optionalScopes' | 'installed'>) {
    this.#isInstalled = installed;
    this.#required = scopes;
    this.#optional = optionalScopes;
    this.#granted = installed ? scopes : [];
  }

  /** Whether the shop has the app. */
  get isInstalled(): boolean {
    return this.#isInstalled;
  }

  /** The scopes, without those that others imply. */
  get scopes(): AppScopes {
    return {
      granted: compact(this.#granted),
      required: compact(this.#required),
      optional: compact(this.#optional),
    };
  }

  /** Whether the merchant must approve the app before it opens: it is new, or a required scope is not granted. */
  get needsApproval(): boolean {
    return !this.#isInstalled || this.#required.some((scope) => !this.has(scope));
  }

  /** Whether the merchant granted a scope. `write_products` covers `read_products`. */
  has(scope: string): boolean {
    return covers(this.#granted, scope);
  }

  /** Installs the app, and grants what it requires. An installed app gets the required scopes that it lacks. */
  install(): void {
    if (this.#isInstalled) return this.grant(this.#required);

    this.#isInstalled = true;
    this.#granted = this.#required;
    this.#notify({kind: 'installed'});
  }

  /** Uninstalls the app. All its access ends. */
  uninstall(): void {
    if (!this.#isInstalled) return;
    this.#isInstalled = false;
    this.#granted = [];
    this.#notify({kind: 'uninstalled'});
  }

  /** Grants scopes in addition to those before. */
  grant(scopes: readonly string[]): void {
    this.#change([...this.#granted, ...scopes]);
  }

  /** Replaces the scopes, as the authorization code grant does. */
  replace(scopes: readonly string[]): void {
    this.#required = scopes;
    if (!this.#isInstalled) {
      this.#isInstalled = true;
      this.#granted = scopes;
      this.#notify({kind: 'installed'});
      return;
    }

    this.#change(scopes);
  }

  /** Takes optional scopes away. Nothing changes if one of them cannot be revoked. */
  revoke(scopes: readonly string[]): RevokeRefusal | null {
    const refusal = this.#refusalOf(scopes);
    if (refusal !== null) return refusal;

    const taken = new Set(expand(scopes));
    this.#change(this.#granted.filter((scope) => !taken.has(scope) || covers(this.#required, scope)));
    return null;
  }

  /** Changes what the app declares, as a deployment of its TOML does. The merchant has yet to approve new required scopes. */
  deploy({scopes = this.#required, optionalScopes = this.#optional}: DeclaredScopes): void {
    this.#required = scopes;
    this.#optional = optionalScopes;
    const declared = [...scopes, ...optionalScopes];
    this.#change(this.#granted.filter((scope) => covers(declared, scope)));
  }

  /** Adds a listener, and returns the function that removes it. */
  onChange(listener: (change: InstallationChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #refusalOf(scopes: readonly string[]): RevokeRefusal | null {
    const undeclared = scopes.filter((scope) => !covers([...this.#required, ...this.#optional], scope));
    if (undeclared.length > 0) return {code: 'CANNOT_REVOKE_UNDECLARED_SCOPES', scopes: undeclared};

    const required = scopes.filter((scope) => covers(this.#required, scope));
    if (required.length > 0) return {code: 'CANNOT_REVOKE_REQUIRED_SCOPES', scopes: required};

    const kept = this.#granted.filter((scope) => !scopes.includes(scope));
    const implied = scopes.filter((scope) => covers(kept, scope));
    return implied.length > 0 ? {code: 'CANNOT_REVOKE_IMPLIED_SCOPES', scopes: implied} : null;
  }

  #change(scopes: readonly string[]): void {
    if (!this.#isInstalled) return;
    const previous = this.scopes.granted;
    this.#granted = [...new Set(scopes)];
    const current = this.scopes.granted;
    if (previous.toSorted().join() !== current.toSorted().join())
      this.#notify({kind: 'scopes', previous, current});
  }

  #notify(change: InstallationChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
