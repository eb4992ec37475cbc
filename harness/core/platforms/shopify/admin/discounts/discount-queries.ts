import type {Discount} from '../../../../world/discounts.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {counted, listed} from '../model/listed.ts';
import type {ListOf} from '../model/listed.ts';
import {discountRules, resolveDiscountNode} from './discount-resolver.ts';

/** Resolves the fields of `QueryRoot` about discounts. */
export function discountQueries(graph: AdminGraph): object {
  const {model, now} = graph.state;
  const {discounts} = model.records;
  const rules = discountRules(now());
  const node = (discount: Discount): Identified => graph.discount(discount);
  const of = (method: Discount['method']): readonly Discount[] =>
    discounts.filter((discount) => discount.method === method);
  const find = (all: readonly Discount[], id: string): Discount | undefined =>
    all.find((each) => each.id === id);
  const resolved = (found: Discount | undefined, resolve: (discount: Discount) => object): object | null =>
    found === undefined ? null : resolve(found);

  return {
    automaticDiscountNode: ({id}: {id: string}) => resolved(find(of('automatic'), id), node),
    automaticDiscountNodes: (args: ListOf) => listed(of('automatic'), args, rules, node),
    codeDiscountNode: ({id}: {id: string}) => resolved(find(of('code'), id), node),
    codeDiscountNodeByCode: ({code}: {code: string}) =>
      resolved(
        of('code').find(({codes}) => codes.some((each) => each.code.toLowerCase() === code.toLowerCase())),
        node,
      ),
    codeDiscountNodes: (args: ListOf) => listed(of('code'), args, rules, node),
    discountNode: ({id}: {id: string}) =>
      resolved(find(discounts, id), (found) => resolveDiscountNode(found, graph)),
    discountNodes: (args: ListOf) =>
      listed(discounts, args, rules, (discount) => resolveDiscountNode(discount, graph)),
    discountNodesCount: ({query}: ListOf) => counted(discounts, query, rules),
  };
}
