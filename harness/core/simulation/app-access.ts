import type {Clock} from '../../clock.ts';
import type {AppAuthorizationDeps} from '../platforms/shopify/app-authorization/app-authorization-deps.ts';
import {AppInstallation} from '../platforms/shopify/app-authorization/app-installation.ts';
import {AppTokens} from '../platforms/shopify/app-authorization/app-tokens.ts';
import {AuthorizationCodes} from '../platforms/shopify/app-authorization/authorization-codes.ts';
import {launchUrl} from '../platforms/shopify/app-authorization/launch-url.ts';
import type {Ids} from '../world/ids.ts';
import {staffNamed} from '../world/staff.ts';
import type {StaffMember, StaffName} from '../world/staff.ts';
import type {World} from '../world/world.ts';
import {IdTokens} from './id-tokens.ts';
import type {Issuer} from './issuer.ts';
import type {TokenEpoch} from './token-epoch.ts';

/** The parts of a simulation that the app in the shop needs. */
export interface AppAccessDeps {
  readonly world: World;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly issuer: Issuer;
  readonly tokenEpoch: TokenEpoch;
}

/** The app in the shop: its installation, its access tokens, and the staff member who opens it in the admin. */
export class AppAccess {
  /** Whether the shop has the app, and the scopes that the merchant granted. */
  readonly installation: AppInstallation;
  /** The access tokens for the Admin API. */
  readonly tokens: AppTokens;
  /** The codes of the authorization code grant. */
  readonly codes: AuthorizationCodes;
  /** The ID tokens that the admin gives App Bridge. */
  readonly idTokens: IdTokens;

  readonly #deps: AppAccessDeps;
  #staffName: StaffName = 'grace';

  constructor(deps: AppAccessDeps) {
    const {world, clock, ids, issuer, tokenEpoch} = deps;
    const {app} = world;
    const now = (): number => clock.nowOf('platform');
    const staff = (): StaffName => this.#staffName;

    this.#deps = deps;
    this.installation = new AppInstallation(app);
    this.tokens = new AppTokens({app, ids, now, installation: this.installation});
    this.codes = new AuthorizationCodes({ids, now});
    this.idTokens = new IdTokens({issuer, tokenEpoch, now, staff, reuse: app.authorization.idTokenReuse});
  }

  /** The name of the staff member who uses the admin. */
  get staffName(): StaffName {
    return this.#staffName;
  }

  /** The staff member who uses the admin. */
  get staff(): StaffMember {
    return staffNamed(this.#staffName);
  }

  /**
   * Signs a staff member in to the admin.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_STAFF`
   */
  signInStaff(name: StaffName): void {
    staffNamed(name);
    this.#staffName = name;
    this.#deps.tokenEpoch.advance();
  }

  /** The parts that endpoints need. */
  get authorization(): AppAuthorizationDeps {
    const {world, clock, issuer} = this.#deps;
    return {
      app: world.app,
      shop: world.shop,
      installation: this.installation,
      tokens: this.tokens,
      codes: this.codes,
      tokenFault: (grant) => issuer.apiFaults.ofTokens(grant),
      hasIssued: (idToken) => issuer.issued(idToken),
      staff: () => this.staff,
      now: () => clock.nowOf('platform'),
    };
  }

  /** Returns the first URL of a page of the app, with the parameters that the admin adds. */
  async launchUrl(url: string, {locale}: {readonly locale: string}): Promise<string> {
    const {world, clock} = this.#deps;
    const {app, shop} = world;
    const idToken = (await this.idTokens.take({at: 'launch'}))?.value ?? null;
    return launchUrl(url, {app, shop, idToken, locale, staff: this.staff, now: clock.nowOf('platform')});
  }
}
