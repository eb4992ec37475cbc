import type {Vtex} from '../../world/vtex.ts';
import type {World} from '../../world/world.ts';
import type {Callers} from './callers.ts';
import type {VtexDeps} from './vtex-deps.ts';
import type {Logins} from './logins.ts';
import type {VtexOrders} from './vtex-orders.ts';
import type {VtexSessions} from './vtex-sessions.ts';

/** What the endpoints of one simulation share. */
export interface VtexParts {
  readonly world: World;
  readonly vtex: Vtex;
  readonly host: VtexDeps;
  readonly callers: Callers;
  readonly sessions: VtexSessions;
  readonly logins: Logins;
  readonly orders: VtexOrders;
}
