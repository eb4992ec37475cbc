import type {RequestHandler} from 'msw';
import type {Clock} from '../../clock.ts';
import type {NoticeLog} from '../../notices.ts';
import type {SandboxOrigin} from '../../wire/control.ts';
import type {AdminPages} from '../../core/simulation/admin-pages.ts';
import type {AppProxies} from '../../core/simulation/app-proxies.ts';
import type {Extensions} from '../../core/simulation/extensions.ts';
import type {Pages} from '../../core/simulation/pages.ts';
import type {PlatformSet} from '../../core/simulation/platform-set.ts';
import type {RequestLog} from '../../core/simulation/request-log.ts';
import type {SendWebhook} from '../../core/simulation/webhooks.ts';
import type {TokenInspection} from '../../core/simulation/token-inspection.ts';

/** A simulation, as far as the server needs it. */
export interface Simulated {
  /** The unguessable name of the simulation on the control channel. */
  readonly id: string;
  /** The origin that the requests of extensions carry. */
  readonly origin: SandboxOrigin | undefined;
  readonly clock: Clock;
  /** The MSW handlers of the platforms, after those of the test. */
  readonly handlers: readonly RequestHandler[];
  readonly requests: RequestLog;
  readonly notices: NoticeLog;
  /** The values that must be redacted everywhere. */
  readonly secrets: readonly string[];
  /** The keys of local servers, which are redacted like secrets. */
  readonly serverKeys: Set<string>;
  readonly platforms: Pick<
    PlatformSet,
    'hosts' | 'environment' | 'handlesHost' | 'isServedByTest' | 'identify'
  >;
  readonly tokens: Pick<
    TokenInspection,
    'inspect' | 'describe' | 'expected' | 'send' | 'reached' | 'explain'
  >;
  readonly appProxies: Pick<AppProxies, 'query' | 'redirect'>;
  /** The published class has this member only inside, so it is named here. */
  readonly webhooks: {connect(send: SendWebhook): void};
  readonly pages: Pick<Pages, 'connect' | 'state'>;
  readonly adminPages: Pick<AdminPages, 'connect'>;
  readonly extensions: Pick<Extensions, 'codeAt'>;
}
