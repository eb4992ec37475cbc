import {LOCATIONS} from '../../../../world/locations.ts';
import {NotSimulated} from '../../graphql/not-simulated.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {counted, listed} from '../model/listed.ts';
import type {ListOf} from '../model/listed.ts';
import {inventoryItemId, resolveInventoryItem, resolveLocation} from './inventory-resolver.ts';
import {productRules} from './product-rules.ts';
import {ONLINE_STORE, resolvePublication} from './publication.ts';
import {resolveVariant, variantRules, variantsOf} from './variant-resolver.ts';

interface Identifier {
  readonly id?: string | null;
  readonly handle?: string | null;
  readonly customId?: object | null;
}

/** Resolves the fields of `QueryRoot` about products, variants, stock and publications. */
export function productQueries(graph: AdminGraph): object {
  const {model} = graph.state;
  const {records} = model;
  const byHandle = (handle: string | null | undefined): object | null => {
    const found = records.products.find((product) => product.handle === handle);
    return found === undefined ? null : graph.product(found);
  };

  return {
    product: ({id}: {id: string}) => graph.productOf(id),
    productByHandle: ({handle}: {handle: string}) => byHandle(handle),
    productByIdentifier({identifier: {id, handle, customId}}: {identifier: Identifier}) {
      if (customId != null)
        throw new NotSimulated(
          'The simulated shop finds no product by a metafield. Use the id or the handle.',
        );
      return id == null ? byHandle(handle) : graph.productOf(id);
    },
    ...productLists(graph),
    ...variantQueries(graph),
    publication: ({id}: {id: string}) => resolvePublication(id),
    publications: (page: PageOf) =>
      connection(
        [resolvePublication(ONLINE_STORE)].filter((each) => each !== null),
        page,
      ),
  };
}

function productLists(graph: AdminGraph): object {
  const {model} = graph.state;
  const {products} = model.records;

  return {
    products: (args: ListOf) =>
      listed(products, args, productRules(model), (product) => graph.product(product)),
    productsCount: ({query}: ListOf) => counted(products, query, productRules(model)),
    productTags: (page: PageOf) =>
      strings(
        products.flatMap(({tags}) => tags),
        page,
      ),
    productTypes: (page: PageOf) =>
      strings(
        products.map(({productType}) => productType),
        page,
      ),
    productVendors: (page: PageOf) =>
      strings(
        products.map(({vendor}) => vendor),
        page,
      ),
  };
}

function variantQueries(graph: AdminGraph): object {
  const {model} = graph.state;
  const variants = variantsOf(model.records.products);

  return {
    productVariant: ({id}: {id: string}) => graph.variantOf(id),
    productVariants: (args: ListOf) =>
      listed(variants, args, variantRules(model), (variant) => resolveVariant(variant, graph)),
    productVariantsCount: ({query}: ListOf) => counted(variants, query, variantRules(model)),
    inventoryItem({id}: {id: string}) {
      const found = variants.find((variant) => inventoryItemId(variant.id) === id);
      return found === undefined ? null : resolveInventoryItem(found.variant, found.product, graph);
    },
    location({id}: {id?: string | null}) {
      const [found] = LOCATIONS.filter((location) => id == null || location.id === id);
      return found === undefined ? null : resolveLocation(found);
    },
    locations: (page: PageOf) => connection(LOCATIONS.map(resolveLocation), page),
  };
}

/** Resolves a `StringConnection`: each string once, in alphabetical order. */
function strings(all: readonly string[], page: PageOf): object {
  const unique = [...new Set(all)].filter((text) => text !== '').toSorted((a, b) => a.localeCompare(b, 'en'));
  const {edges, pageInfo} = connection(
    unique.map((id) => ({id})),
    page,
  ) as {edges: readonly {cursor: string}[]; pageInfo: object};

  const nodes = edges.map(({cursor}) => cursor);
  return {nodes, edges: nodes.map((node) => ({cursor: node, node})), pageInfo};
}
