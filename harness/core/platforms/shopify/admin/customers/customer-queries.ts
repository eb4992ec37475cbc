import type {ShopCustomer} from '../../../../world/shop-customers.ts';
import {NotSimulated} from '../../graphql/not-simulated.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {counted, listed} from '../model/listed.ts';
import type {ListOf} from '../model/listed.ts';
import {customerRules} from './customer-resolver.ts';

interface Identifier {
  readonly id?: string | null;
  readonly emailAddress?: string | null;
  readonly phoneNumber?: string | null;
  readonly customId?: object | null;
}

/** Resolves the fields of `QueryRoot` about customers. */
export function customerQueries(graph: AdminGraph): object {
  const {model} = graph.state;
  const all = model.customers.map((known): ShopCustomer & Identified => ({...known, id: known.customer.id}));

  return {
    customer: ({id}: {id: string}) => graph.customerOf(id),
    customerByIdentifier({identifier: {id, emailAddress, phoneNumber, customId}}: {identifier: Identifier}) {
      if (customId != null)
        throw new NotSimulated(
          'The simulated shop finds no customer by a metafield. Use the id, email or phone.',
        );
      const found = all.find(
        ({customer}) =>
          customer.id === id ||
          (emailAddress != null && customer.email.toLowerCase() === emailAddress.toLowerCase()) ||
          (phoneNumber != null && customer.phone === phoneNumber),
      );
      return found === undefined ? null : graph.customer(found);
    },
    customers: (args: ListOf) =>
      listed(all, args, customerRules(model), (customer) => graph.customer(customer)),
    customersCount: ({query}: ListOf) => counted(all, query, customerRules(model)),
  };
}
