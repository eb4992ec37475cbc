import {jsonOf} from './request-fields.ts';
import type {VtexParts} from './vtex-context.ts';
import {routesOf} from './route.ts';
import type {VtexRoute} from './route.ts';

const {only} = routesOf('logistics');

interface Dock {
  readonly id: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

const PATH = '/api/logistics/pvt/configuration/docks';
const READS = ['Logistics viewer', 'Logistics full access'];
const WRITES = ['Logistics full access'];

/**
 * Loading docks, the logistics settings that a shopper cannot change.
 *
 * @see https://developers.vtex.com/docs/api-reference/logistics-api
 */
export function logistics({vtex}: VtexParts): readonly VtexRoute[] {
  const docks = new Map(Object.keys(vtex.accounts).map((name) => [name, [MAIN_DOCK]]));
  const of = (name: string): readonly Dock[] => docks.get(name) ?? [];
  return [
    only({admin: READS}, `GET ${PATH}`, ({account}) => Response.json(of(account.name))),
    only({admin: READS}, `GET ${PATH}/:dockId`, ({account, params}) => {
      const dock = of(account.name).find(({id}) => id === params['dockId']);
      return dock === undefined ? new Response(null, {status: 404}) : Response.json(dock);
    }),
    only({admin: WRITES}, `POST ${PATH}`, async ({request, account}) => {
      const {id, name, ...fields} = await jsonOf(request);
      if (typeof id !== 'string' || typeof name !== 'string')
        return new Response('Give id and name.', {status: 400});
      const others = of(account.name).filter((dock) => dock.id !== id);
      docks.set(account.name, [...others, {...MAIN_DOCK, ...fields, id, name}]);
      return new Response(null, {status: 200});
    }),
  ];
}

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
