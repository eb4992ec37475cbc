import type {Clock} from '../../clock.ts';
import type {ArmedCases} from '../cases/armed-cases.ts';
import {caseOf} from '../cases/catalogue.ts';
import type {ArmedAdminFault} from '../platforms/shopify/admin/admin-api-fault.ts';
import type {ArmedFault} from '../platforms/shopify/api-fault.ts';
import type {ArmedTokenFault, FaultyGrant} from '../platforms/shopify/app-authorization/token-fault.ts';
import type {PublishedApi} from '../platforms/shopify/graphql/published/releases.ts';
import {waitSimulated} from './simulated-wait.ts';

/** Carries out the armed cases of Shopify's endpoints, which delay or replace their answers. */
export class ApiFaults {
  readonly #cases: ArmedCases;
  readonly #clock: Clock;
  readonly #closed: Promise<void>;
  #close: () => void = () => {};

  constructor(cases: ArmedCases, clock: Clock) {
    this.#cases = cases;
    this.#clock = clock;
    this.#closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  /** Resolves with the fault of the next query of an API, after its delay; `null` if no case is armed. */
  async next(api: PublishedApi): Promise<ArmedFault | null> {
    const delivery = this.#cases.take(api);
    const mechanism = delivery === null ? null : caseOf(delivery.id).mechanism;
    if (delivery === null || mechanism === null || !('fault' in mechanism)) return null;

    const {fault} = mechanism;
    if (fault.gives === 'answer') await waitSimulated(this.#clock, fault.after, this.#closed);
    return {case: delivery.id, fault};
  }

  /** Resolves with the fault of the next request for tokens of the app, after its delay; `null` if no case is armed. */
  async ofTokens(grant: FaultyGrant): Promise<ArmedTokenFault | null> {
    const delivery = this.#cases.take(grant);
    const mechanism = delivery === null ? null : caseOf(delivery.id).mechanism;
    if (delivery === null || mechanism === null || !('tokenFault' in mechanism)) return null;

    const {tokenFault: fault} = mechanism;
    if (fault.gives === 'answer') await waitSimulated(this.#clock, fault.after, this.#closed);
    return {case: delivery.id, fault};
  }

  /** Resolves with the fault of the next query of the Admin API, after its delay; `null` if no case is armed. */
  async ofAdminApi(): Promise<ArmedAdminFault | null> {
    const delivery = this.#cases.take('admin-api');
    const mechanism = delivery === null ? null : caseOf(delivery.id).mechanism;
    if (delivery === null || mechanism === null || !('adminFault' in mechanism)) return null;

    const {adminFault: fault} = mechanism;
    if (fault.gives === 'answer') await waitSimulated(this.#clock, fault.after, this.#closed);
    return {case: delivery.id, fault};
  }

  /** Ends all delays. */
  close(): void {
    this.#close();
  }
}
