import type {Mount, PageState} from '../../wire/control.ts';
import type {SelectedResource} from '../../wire/admin-subject.ts';
import type {ExtensionStorage} from './extension-storage.ts';
import type {Overlays} from './overlays.ts';
import type {PageNavigation} from './page-navigation.ts';
import type {PageRequests} from './page-requests.ts';
import type {SessionTokens} from './session-tokens.ts';
import type {BuyerJourney} from './surfaces/checkout/buyer-journey.ts';
import type {TracedFetch} from './traced-fetch.ts';

/** The parts of the page that calls of an extension's API use. */
export interface ApiCallDeps {
  readonly tokens: SessionTokens;
  readonly storage: ExtensionStorage;
  readonly overlays: Overlays;
  readonly navigation: PageNavigation;
  readonly requests: PageRequests;
  readonly journey: BuyerJourney;
  /** Reports a call to the simulation, so that a test can see it. */
  record(mount: Mount, member: string, args: readonly unknown[]): void;
  /** Writes a warning to the extension's log. */
  warn(mount: Mount, problem: string): void;
  /** Resolves with the current or the next state that matches. */
  whenState(matches: (state: PageState) => boolean): Promise<PageState>;
  signIn(): void;
  close(mount: Mount): void;
  /** Opens an extension of the admin again, with the selected resources of a list. */
  open(mount: Mount, selected: readonly SelectedResource[] | null): Promise<void>;
  /** Closes a dialog that the extension itself rendered. */
  closeOverlay(mount: Mount, id: string): void;
  /** Returns the `fetch` of an extension's call, whose requests the log shows with their line. */
  readonly fetchFor: TracedFetch;
  /** Authenticates the page. Known once the control channel is open. */
  secret(): Promise<string>;
}

/** The mount that calls, and the state at the time of the call. */
export interface ApiCaller {
  readonly mount: Mount;
  readonly state: PageState;
  /** The stack of the call, if it makes a request. */
  readonly stack: string;
}

/** A member of the API that the page carries out. */
export type ApiMember = (deps: ApiCallDeps, caller: ApiCaller, ...args: readonly unknown[]) => unknown;
