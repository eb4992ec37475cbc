import {NotSimulated} from '../../graphql/not-simulated.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {counted, listed} from '../model/listed.ts';
import type {ListOf} from '../model/listed.ts';
import {orderRules} from './order-rules.ts';

/** Resolves the fields of `QueryRoot` about orders. */
export function orderQueries(graph: AdminGraph): object {
  const {model} = graph.state;
  const oldestFirst = model.orders.toReversed();

  return {
    order: ({id}: {id: string}) => graph.orderOf(id),
    orderByIdentifier({identifier: {id}}: {identifier: {id?: string | null}}) {
      if (id == null) throw new NotSimulated('The simulated shop finds no order by a metafield. Use the id.');
      return graph.orderOf(id);
    },
    orders: (args: ListOf) => listed(oldestFirst, args, orderRules(model), (order) => graph.order(order)),
    ordersCount: ({query}: ListOf) => counted(oldestFirst, query, orderRules(model)),
    // A change is carried out before its job is answered.
    job: ({id}: {id: string}) => ({__typename: 'Job', id, done: true, query: {}}),
  };
}
