import type {Collection, CollectionDetails} from '../../../../world/collections.ts';
import {BadRequest} from '../../graphql/connection.ts';
import {setMetafieldsOf} from '../metafields/metafield-mutations.ts';
import type {MetafieldInput} from '../metafields/metafield-mutations.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {finishedJob} from '../model/job.ts';
import {payloadOf, refuse, refuseEmpty} from '../model/user-errors.ts';
import {handleFor} from '../products/handle.ts';
import {textOfHtml} from '../products/html-text.ts';
import {collectionDetails} from './collection-resolver.ts';

interface CollectionInput {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly descriptionHtml?: string | null;
  readonly products?: readonly string[] | null;
  readonly image?: {readonly src?: string | null; readonly altText?: string | null} | null;
  readonly seo?: Partial<CollectionDetails['seo']> | null;
  readonly sortOrder?: string | null;
  readonly templateSuffix?: string | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}

interface ProductsArgs {
  readonly id: string;
  readonly productIds: readonly string[];
}

/**
 * Resolves the mutations of collections whose products an app chooses.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/collectionCreate
 */
export function collectionMutations(graph: AdminGraph): object {
  return {
    collectionCreate: ({input}: {input: CollectionInput}) =>
      payloadOf(() => created(input, graph), {collection: null}),
    collectionUpdate: ({input}: {input: CollectionInput}) => ({
      ...payloadOf(() => updated(input, graph), {collection: null}),
      job: null,
    }),
    collectionDelete: ({input: {id}}: {input: {id: string}}) => ({
      ...payloadOf(() => deleted(id, graph), {deletedCollectionId: null}),
      shop: () => graph.shop(),
    }),
    collectionAddProducts: (args: ProductsArgs) => payloadOf(() => added(args, graph), {collection: null}),
    collectionRemoveProducts: (args: ProductsArgs) => payloadOf(() => removed(args, graph), {job: null}),
  };
}

function created(input: CollectionInput, graph: AdminGraph): object {
  if (input.id != null) refuse(['id'], 'id cannot be specified on collection creation');
  const id = graph.state.newId('Collection');
  const empty: Collection = {id, title: '', handle: '', description: '', productIds: []};
  return kept(
    withInput(empty, {...input, title: input.title ?? '', products: input.products ?? []}, graph),
    input,
    graph,
  );
}

function updated(input: CollectionInput, graph: AdminGraph): object {
  if (input.id == null) throw new BadRequest('id must be specified on collectionUpdate');
  const known = collectionsIn(graph).find(({id}) => id === input.id);
  return kept(withInput(known ?? refuse(null, 'Collection does not exist'), input, graph), input, graph);
}

function withInput(collection: Collection, input: CollectionInput, graph: AdminGraph): Collection {
  const {state} = graph;
  const {title = collection.title, descriptionHtml, products, image, seo, sortOrder, templateSuffix} = input;
  if (title === null || title.trim() === '') return refuseEmpty('Title', ['title']);

  const details = collectionDetails(collection, state.model.seed);
  const others = collectionsIn(graph).filter(({id}) => id !== collection.id);
  const handle =
    input.handle == null && collection.handle !== ''
      ? collection.handle
      : handleFor(input.handle, {title, others, fallback: 'collection', path: ['handle']});

  return {
    ...collection,
    title,
    handle,
    description: descriptionHtml == null ? collection.description : textOfHtml(descriptionHtml),
    productIds: products == null ? collection.productIds : knownProducts(products, ['products'], graph),
    details: {
      ...details,
      ...(descriptionHtml == null ? {} : {descriptionHtml}),
      ...(sortOrder == null ? {} : {sortOrder}),
      ...(templateSuffix === undefined ? {} : {templateSuffix}),
      ...(seo == null ? {} : {seo: {...details.seo, ...seo}}),
      ...(image?.src == null ? {} : {image: {url: image.src, altText: image.altText ?? ''}}),
      updatedAt: new Date(state.now()).toISOString(),
    },
  };
}

function kept(collection: Collection, {metafields}: CollectionInput, graph: AdminGraph): object {
  const {records} = graph.state.model;
  const before = records.collections;
  const isKnown = before.some(({id}) => id === collection.id);

  try {
    records.collections = isKnown
      ? before.map((each) => (each.id === collection.id ? collection : each))
      : [...before, collection];
    setMetafieldsOf(collection.id, metafields, graph.state);
    return {collection: graph.collection(collection)};
  } catch (error) {
    records.collections = before;
    throw error;
  }
}

function deleted(id: string, graph: AdminGraph): object {
  knownCollection(id, graph);
  const {records} = graph.state.model;
  records.collections = records.collections.filter((collection) => collection.id !== id);
  return {deletedCollectionId: id};
}

function added({id, productIds}: ProductsArgs, graph: AdminGraph): object {
  const collection = knownCollection(id, graph);
  const ids = knownProducts(productIds, ['productIds'], graph);
  if (ids.some((productId) => collection.productIds.includes(productId)))
    refuse(['productIds'], 'Error adding products to collection: Product is already in the collection');
  return kept({...collection, productIds: [...collection.productIds, ...ids]}, {}, graph);
}

function removed({id, productIds}: ProductsArgs, graph: AdminGraph): object {
  const collection = knownCollection(id, graph);
  const left = collection.productIds.filter((productId) => !productIds.includes(productId));
  kept({...collection, productIds: left}, {}, graph);
  return {job: finishedJob(graph.state)};
}

function knownCollection(id: string, graph: AdminGraph): Collection {
  return (
    collectionsIn(graph).find((collection) => collection.id === id) ??
    refuse(['id'], 'Collection does not exist')
  );
}

function knownProducts(
  ids: readonly string[],
  path: readonly string[],
  {state}: AdminGraph,
): readonly string[] {
  const {products} = state.model.records;
  const unknown = ids.findIndex((id) => products.every((product) => product.id !== id));
  if (unknown !== -1) refuse([...path, String(unknown)], 'Product does not exist');
  return [...new Set(ids)];
}

function collectionsIn({state}: AdminGraph): readonly Collection[] {
  return state.model.records.collections;
}
