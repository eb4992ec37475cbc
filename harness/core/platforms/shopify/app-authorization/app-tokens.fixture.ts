import {Clock} from '../../../../clock.ts';
import {createApp} from '../../../world/app.ts';
import type {AppOptions} from '../../../world/app.ts';
import {Ids} from '../../../world/ids.ts';
import {AppInstallation} from './app-installation.ts';
import {AppTokens} from './app-tokens.ts';

/** The tokens of an app, with a clock that is stopped at noon. */
export function appTokens(options: AppOptions = {}): {
  tokens: AppTokens;
  installation: AppInstallation;
  clock: Clock;
} {
  const app = createApp({scopes: ['write_products', 'read_orders'], ...options});
  const clock = new Clock();
  clock.freeze('2026-11-20T12:00:00Z');

  const installation = new AppInstallation(app);
  const ids = new Ids({seed: 1, scope: 'app-tokens'});
  const tokens = new AppTokens({app, installation, ids, now: () => clock.now()});
  return {tokens, installation, clock};
}
