import {SimhostError} from '../../errors.ts';
import {ANSWER_INTENT, PICKER_RESOURCES, SELECT_RESOURCES} from '../../wire/admin-view.ts';
import type {SelectedResource} from '../../wire/admin-subject.ts';
import type {CheckoutRules} from '../../wire/checkout-rules.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import type {NoticeLog} from '../../notices.ts';
import type {GivenIdToken} from './id-tokens.ts';
import type {Issuer} from './issuer.ts';
import {ExtensionChanges} from './extension-changes.ts';
import type {ShownResources} from './admin-resources.ts';
import type {Extensions} from './extensions.ts';
import type {LiveWorld} from './live-world.ts';
import type {Mounts} from './mounts.ts';
import {Pages} from './pages.ts';
import type {Ask, PageMessage, SharedPageState} from './pages.ts';
import type {SimulationEvents} from './simulation-events.ts';

/** The parts of a simulation that its pages need. */
export interface SimulationPagesDeps {
  readonly live: LiveWorld;
  readonly mounts: Mounts;
  readonly events: SimulationEvents;
  readonly notices: NoticeLog;
  readonly issuer: Pick<Issuer, 'cases'>;
  readonly rules: CheckoutRules;
  /** Returns the state that all pages show. */
  readonly state: () => SharedPageState;
  /** Issues the ID token of an extension of the admin; `null` if an armed case withholds the answer. */
  readonly issueIdToken: () => Promise<GivenIdToken | null>;
  /** Returns the extensions that the pages show. */
  readonly extensions: () => Pick<Extensions, 'reselect' | 'answerIntent' | 'resourcesFor' | 'applyOfAdmin'>;
  /** Signs in the buyer of the order, who asked for it on the page. */
  readonly signInBuyer: () => void;
}

/** Creates the host pages of one simulation, whose messages change its world and its extensions. */
export function createPages(deps: SimulationPagesDeps): Pages {
  const {state, live, mounts, events, rules, notices, issuer} = deps;
  const changes = new ExtensionChanges({
    live,
    mounts,
    cases: issuer.cases,
    addNotice: (notice) => notices.add(notice),
    now: () => performance.now(),
  });

  const pages = new Pages({
    state,
    onMessage: (message) => receive(message, deps),
    onAsk: (ask) => {
      if (ask.member === 'auth.idToken') return idTokenFor(ask, deps);
      if (ask.member === PICKER_RESOURCES) return deps.extensions().resourcesFor(ask.arg as ShownResources);
      const result = answer(ask, deps, changes);
      const isResultFirst = ask.mount !== null && rules.changeSignals === 'after-result';
      // The page gets the result when this function returns.
      if (isResultFirst) queueMicrotask(() => pages.update());
      else pages.update();
      return result;
    },
    onCrash: (error) => {
      // Extensions that have not started on the failed page never will.
      if (mounts.failStarting(error)) pages.markReported(error);
      events.crashes.notify(error);
    },
  });
  return pages;
}

/**
 * Answers `shopify.auth.idToken()`. That it rejects if the page gives no answer is an assumption.
 *
 * @throws {SimhostError} `ERR_STOPPED`
 */
async function idTokenFor(
  {mount: id}: Ask,
  {mounts, issueIdToken}: SimulationPagesDeps,
): Promise<string | null> {
  const mount = id === null ? undefined : mounts.byId(id);
  if (mount === undefined) throw notMounted();
  if (surfaceOf(mount.target) !== 'admin')
    throw new Error(`"${mount.target}" is not an extension of the admin.`);

  const given = await issueIdToken();
  if (given === null) throw new Error('Error fetching ID token.');
  return given.value;
}

function notMounted(): SimhostError {
  return new SimhostError('ERR_STOPPED', 'The extension that asked was unmounted.');
}

function receive(message: PageMessage, {mounts, events, signInBuyer}: SimulationPagesDeps): void {
  if (message.type === 'sign-in') signInBuyer();
  else if (message.type === 'deed') events.reportDeed(message.deed);
  else if ('mount' in message) mounts.receive(message);
}

/** Carries out a change that a page requests: for an extension, or for the buyer on the page itself. */
function answer(
  {mount: id, member, arg}: Ask,
  {live, mounts, events, extensions}: SimulationPagesDeps,
  changes: ExtensionChanges,
): unknown {
  if (id === null) return live.act(member, arg);

  const mount = mounts.byId(id);
  if (mount === undefined) throw notMounted();

  if (member === ANSWER_INTENT) return extensions().answerIntent(mount);
  if (member === SELECT_RESOURCES) return extensions().reselect(mount, arg as readonly SelectedResource[]);

  events.calls.notify({handle: mount.handle, target: mount.target, member, args: [arg]});
  if (surfaceOf(mount.target) === 'admin') return extensions().applyOfAdmin(mount, member, arg);
  return changes.apply(mount, member, arg);
}
