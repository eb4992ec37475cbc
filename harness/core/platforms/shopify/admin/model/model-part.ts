import type {AdminPart} from '../admin-part.ts';
import type {AdminState} from '../admin-state.ts';
import {collectionMutations} from '../collections/collection-mutations.ts';
import {collectionQueries} from '../collections/collection-queries.ts';
import {COLLECTION_SDL} from '../collections/collection-sdl.ts';
import {customerMutations} from '../customers/customer-mutations.ts';
import {customerQueries} from '../customers/customer-queries.ts';
import {CUSTOMER_SDL} from '../customers/customer-sdl.ts';
import {approvedData} from '../customers/approved-data.ts';
import {discountMutations} from '../discounts/discount-mutations.ts';
import {discountQueries} from '../discounts/discount-queries.ts';
import {DISCOUNT_SDL} from '../discounts/discount-sdl.ts';
import {orderMutations} from '../orders/order-mutations.ts';
import {orderQueries} from '../orders/order-queries.ts';
import {ORDER_SDL} from '../orders/order-sdl.ts';
import {inventoryMutations} from '../products/inventory-mutations.ts';
import {optionMutations} from '../products/option-mutations.ts';
import {productMutations} from '../products/product-mutations.ts';
import {productQueries} from '../products/product-queries.ts';
import {PRODUCT_MUTATION_SDL, PRODUCT_SDL} from '../products/product-sdl.ts';
import {productSet} from '../products/product-set.ts';
import {publishMutations} from '../products/publish-mutations.ts';
import {variantMutations} from '../products/variant-mutations.ts';
import {VARIANT_MUTATION_SDL, VARIANT_SDL} from '../products/variant-sdl.ts';
import {MODEL_BASE_SDL} from './base-sdl.ts';
import {ModelGraph} from './model-graph.ts';
import {MODEL_SCOPES, ownerScopes} from './model-scopes.ts';
import {tagMutations} from './tag-mutations.ts';

const SDL = [
  MODEL_BASE_SDL,
  PRODUCT_SDL,
  PRODUCT_MUTATION_SDL,
  VARIANT_SDL,
  VARIANT_MUTATION_SDL,
  COLLECTION_SDL,
  ORDER_SDL,
  CUSTOMER_SDL,
  DISCOUNT_SDL,
];

/** The goods, orders, people and discounts of the shop. */
export const MODEL: AdminPart = {
  sdl: SDL.join('\n'),
  scopes: MODEL_SCOPES,
  root: (state) => modelRoot(state),
  node: (id, state) => new ModelGraph(state).find(id),
  access(state) {
    const byOwner = ownerScopes(state.caller.scopes);
    const byApproval = approvedData(state.app.protectedCustomerData);
    return (...field) => byOwner(...field) ?? byApproval(...field);
  },
};

/** Makes the objects of the root when one of them is asked for: a query about the shop alone reads no products. */
function modelRoot(state: AdminState): object {
  const graph = new ModelGraph(state);
  return {
    ...productQueries(graph),
    ...productMutations(graph),
    ...productSet(graph),
    ...variantMutations(graph),
    ...optionMutations(graph),
    ...publishMutations(graph),
    ...inventoryMutations(graph),
    ...collectionQueries(graph),
    ...collectionMutations(graph),
    ...orderQueries(graph),
    ...orderMutations(graph),
    ...customerQueries(graph),
    ...customerMutations(graph),
    ...discountQueries(graph),
    ...discountMutations(graph),
    ...tagMutations(graph),
  };
}
