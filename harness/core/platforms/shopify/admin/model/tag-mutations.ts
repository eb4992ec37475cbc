import {draftOf, keepProduct} from '../products/product-draft.ts';
import {uniqueTags} from '../products/product-mutations.ts';
import type {AdminGraph} from './admin-graph.ts';
import {payloadOf, refuse} from './user-errors.ts';

interface TagArgs {
  readonly id: string;
  readonly tags: readonly string[];
}

/**
 * Resolves `tagsAdd` and `tagsRemove` for products, orders and customers.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/tagsAdd
 */
export function tagMutations(graph: AdminGraph): object {
  return {
    tagsAdd: ({id, tags}: TagArgs) =>
      payloadOf(() => changed(id, (before) => uniqueTags([...before, ...tags]), graph), {node: null}),
    tagsRemove: ({id, tags}: TagArgs) =>
      payloadOf(() => changed(id, (before) => withoutTags(before, tags), graph), {node: null}),
  };
}

type Change = (tags: readonly string[]) => readonly string[];

function changed(id: string, change: Change, graph: AdminGraph): object {
  const {records, orders, customers} = graph.state.model;
  const updatedAt = new Date(graph.state.now()).toISOString();
  const product = records.products.find((each) => each.id === id);

  if (product !== undefined) {
    const draft = draftOf(product, graph.state);
    keepProduct({...draft, product: {...product, tags: change(product.tags)}}, graph.state);
  } else if (orders.some((order) => order.id === id)) {
    records.changeOrderDetails(id, {tags: change(records.orderDetails(id).tags), updatedAt});
  } else if (customers.some(({customer}) => customer.id === id)) {
    records.changeCustomerDetails(id, {tags: change(records.customerDetails(id).tags), updatedAt});
  } else {
    refuse(['id'], 'Resource does not exist');
  }

  return {node: graph.find(id)};
}

function withoutTags(before: readonly string[], tags: readonly string[]): readonly string[] {
  const unwanted = tags.map((tag) => tag.trim().toLowerCase());
  return before.filter((tag) => !unwanted.includes(tag.toLowerCase()));
}
