export {expect} from './matchers.ts';
export {test} from './fixtures.ts';
export type {SimhostFixtures, SimhostOptions, SimhostWorkerFixtures} from './fixtures.ts';
export type {Host, HostClock, MountOptions} from './host.ts';
export type {ExpectedRequest, HostRequests} from './requests.ts';
export type {HostErrors} from './extension-output.ts';
export type {HostCalls} from './calls.ts';
export type {OpenOptions, Storefront} from './storefront.ts';
