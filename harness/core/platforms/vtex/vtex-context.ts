import type {Vtex} from '../../world/vtex.ts';
import type {World} from '../../world/world.ts';
import type {Callers} from './callers.ts';
import type {Logins} from './logins.ts';
import type {VtexDeps} from './vtex-deps.ts';
import type {VtexOrders} from './vtex-orders.ts';
import type {VtexSessions} from './vtex-sessions.ts';

/** The state that all endpoints of one simulation share. */
export interface VtexContext {
  readonly world: World;
  readonly vtex: Vtex;
  readonly deps: VtexDeps;
  readonly callers: Callers;
  readonly sessions: VtexSessions;
  readonly logins: Logins;
  readonly orders: VtexOrders;
}
