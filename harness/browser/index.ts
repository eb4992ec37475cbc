export {start} from './start.ts';
export type {RunningWorker, StartedPage, StartOptions} from './start.ts';
export type {InjectedShopify} from './shopify-global.ts';
