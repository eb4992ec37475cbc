export {expect} from './matchers/matchers.ts';
export {test} from './fixtures.ts';
export type {SimhostFixtures, SimhostWorkerFixtures} from './fixtures.ts';
export type {SimhostOptions} from './options.ts';
export type {LoggedRequest} from '../core/verdicts/logged-request.ts';
export type {AnswerFacts, CorsFacts, ExpectedAnswer, TokenFacts} from '../wire/request-facts.ts';
export type {Turn, Verdict} from '../wire/verdict.ts';
export type {ApiCall, ExtensionError, ExtensionLog} from '../core/simulation/extension-events.ts';
export type {SimulationChange} from '../core/simulation/simulation-change.ts';
export type {Host} from './host.ts';
export type {IntentOption} from './mount-intent.ts';
export type {MountOptions, RunOptions} from './mount-options.ts';
export type {PlatformFixture} from './platform-fixture.ts';
export type {HostClock} from './host-clock.ts';
export type {CapabilityName} from '../wire/capabilities.ts';
export type {Recorder, WaitForOptions} from './recorders/recorder.ts';
export type {
  ExpectedRequest,
  RequestMatch,
  RequestPattern,
  Requests,
  UrlMatch,
} from './recorders/requests.ts';
export type {ErrorMatch} from './recorders/errors.ts';
export type {ExtensionTools, ToolCallOptions} from './extension-tools.ts';
export type {ExtensionErrors} from './recorders/extension-errors.ts';
export type {ExpectedLog, LogMatch, Logs, PageLog} from './recorders/logs.ts';
export type {PageError, PageErrors} from './recorders/page-errors.ts';
export type {Mini, OpenMiniOptions} from './mini.ts';
export type {MiniError, MiniErrors} from './recorders/mini-errors.ts';
export type {ApiCalls, BridgeCalls, CallMatch, ExpectedCall, MiniCalls} from './recorders/calls.ts';
export type {OpenOptions, Storefront} from './storefront.ts';
export type {Admin} from './admin.ts';
export type {AdminCall} from '../core/simulation/admin-pages.ts';
