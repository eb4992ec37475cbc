import type {Vtex} from '../../world/vtex.ts';
import {jsonOf} from './request-fields.ts';
import {routesOf} from './route.ts';
import type {VtexCall, VtexRoute} from './route.ts';
import type {VtexContext} from './vtex-context.ts';

const {only} = routesOf('logistics');

interface Dock {
  readonly id: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

const PATH = '/api/logistics/pvt/configuration/docks';

const READERS = {admin: ['Logistics viewer', 'Logistics full access']};
const WRITERS = {admin: ['Logistics full access']};

const MAIN_DOCK: Dock = {
  id: '1',
  name: 'Main dock',
  priority: 0,
  dockTimeFake: '00:00:00',
  timeFakeOverhead: '00:00:00',
  salesChannels: ['1'],
  salesChannel: null,
  freightTableIds: [],
  wmsEndPoint: '',
  pickupStoreInfo: {
    isPickupStore: false,
    storeId: null,
    friendlyName: null,
    address: null,
    additionalInfo: null,
    dockId: null,
  },
  deliveryFromStores: null,
};

/**
 * The loading docks: settings of logistics that no shopper may read or change.
 *
 * @see https://developers.vtex.com/docs/api-reference/logistics-api
 */
export function logistics({vtex}: VtexContext): readonly VtexRoute[] {
  const docks = new Docks(vtex);

  return [
    only(READERS, `GET ${PATH}`, ({account}) => Response.json(docks.of(account.name))),
    only(READERS, `GET ${PATH}/:dockId`, ({account, params}) => {
      const dock = docks.of(account.name).find(({id}) => id === params['dockId']);
      return dock === undefined ? new Response(null, {status: 404}) : Response.json(dock);
    }),
    only(WRITERS, `POST ${PATH}`, (call) => saveDock(call, docks)),
  ];
}

async function saveDock({request, account}: VtexCall, docks: Docks): Promise<Response> {
  const {id, name, ...fields} = await jsonOf(request);
  if (typeof id !== 'string' || typeof name !== 'string') {
    return new Response('Give id and name.', {status: 400});
  }

  docks.save(account.name, {...MAIN_DOCK, ...fields, id, name});
  return new Response(null, {status: 200});
}

/** The docks of every account. */
class Docks {
  readonly #byAccount: Map<string, readonly Dock[]>;

  constructor({accounts}: Vtex) {
    this.#byAccount = new Map(Object.keys(accounts).map((name) => [name, [MAIN_DOCK]]));
  }

  of(account: string): readonly Dock[] {
    return this.#byAccount.get(account) ?? [];
  }

  /** Adds a dock, or replaces the one with its id. */
  save(account: string, dock: Dock): void {
    const others = this.of(account).filter(({id}) => id !== dock.id);
    this.#byAccount.set(account, [...others, dock]);
  }
}
