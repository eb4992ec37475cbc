import type {SimhostError} from '../../errors.ts';
import type {ReportedDelivery} from '../cases/armed-cases.ts';
import {type Deed, readDeed} from '../../wire/deed.ts';
import type {ApiCall, ExtensionError, ExtensionLog} from './extension-events.ts';
import {Listeners} from './listeners.ts';

/** The events of one simulation, for terminals and recorders. */
export class SimulationEvents {
  /** The console lines of extensions. */
  readonly logs: Listeners<ExtensionLog> = new Listeners();
  /** The API calls of extensions. */
  readonly calls: Listeners<ApiCall> = new Listeners();
  /** The errors of extensions. */
  readonly errors: Listeners<ExtensionError> = new Listeners();
  /** The deliveries of armed cases: once when the case happens, and once for each request that it reaches. */
  readonly deliveries: Listeners<ReportedDelivery> = new Listeners();
  /** The deeds of a person on the page of `simhost dev`. */
  readonly deeds: Listeners<Deed> = new Listeners();
  /** The failures of simhost's own page. */
  readonly crashes: Listeners<SimhostError> = new Listeners();

  /** Notes a deed that a page reports. Anything else that code on the page reports as one is left out. */
  reportDeed(reported: unknown): void {
    const deed = readDeed(reported);
    if (deed !== null) this.deeds.notify(deed);
  }
}
