import type {ProductDetails, ProductStatus} from '../../../../world/product-details.ts';
import {NO_IMAGE} from '../../../../world/products.ts';
import type {Product} from '../../../../world/products.ts';
import {BadRequest} from '../../graphql/connection.ts';
import {setMetafieldsOf} from '../metafields/metafield-mutations.ts';
import type {MetafieldInput} from '../metafields/metafield-mutations.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {payloadOf, refuse, refuseEmpty} from '../model/user-errors.ts';
import {handleFor} from './handle.ts';
import {textOfHtml} from './html-text.ts';
import {readMedia} from './media-input.ts';
import type {MediaInput} from './media-input.ts';
import {defaultOption, readOptions} from './option-input.ts';
import type {OptionInput} from './option-input.ts';
import {draftOf, keepProduct, withVariants} from './product-draft.ts';
import type {ProductDraft} from './product-draft.ts';
import {newVariant} from './variant-input.ts';

/** The members of a product that its mutations take. */
export interface ProductInput {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly descriptionHtml?: string | null;
  readonly vendor?: string | null;
  readonly productType?: string | null;
  readonly tags?: readonly string[] | null;
  readonly status?: ProductStatus | null;
  readonly templateSuffix?: string | null;
  readonly seo?: Partial<ProductDetails['seo']> | null;
  readonly category?: string | null;
  readonly giftCard?: boolean | null;
  readonly requiresSellingPlan?: boolean | null;
  readonly productOptions?: readonly OptionInput[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
  readonly collectionsToJoin?: readonly string[] | null;
  readonly collectionsToLeave?: readonly string[] | null;
}

interface ProductArgs {
  readonly product?: ProductInput | null;
  /** The older name of the argument. */
  readonly input?: ProductInput | null;
  readonly media?: readonly MediaInput[] | null;
}

/** The longest title, in characters. */
const LONGEST_TITLE = 255;

/**
 * Resolves `productCreate`, `productUpdate` and `productDelete`.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/productCreate
 */
export function productMutations(graph: AdminGraph): object {
  const shop = (): object => graph.shop();

  return {
    productCreate: (args: ProductArgs) => ({
      ...payloadOf(() => created(args, graph), {product: null}),
      shop,
    }),
    productUpdate: (args: ProductArgs) => payloadOf(() => updated(args, graph), {product: null}),
    productDelete: ({input: {id}}: {input: {id: string}}) => ({
      ...payloadOf(() => deleted(id, graph), {deletedProductId: null}),
      shop,
      productDeleteOperation: null,
    }),
  };
}

/** A product before anything is known about it. */
const EMPTY_PRODUCT: Omit<Product, 'id' | 'handle' | 'title' | 'vendor'> = {
  description: '',
  productType: '',
  tags: [],
  compareAtPrice: null,
  isGiftCard: false,
  image: NO_IMAGE,
  variants: [],
};

const EMPTY_DETAILS: Omit<ProductDetails, 'createdAt' | 'updatedAt'> = {
  status: 'ACTIVE',
  publishedAt: null,
  descriptionHtml: '',
  templateSuffix: null,
  seo: {title: null, description: null},
  category: null,
  requiresSellingPlan: false,
  options: [],
  media: [],
  variants: {},
};

/** Makes the draft of a new product, with one variant of the first value of each option. */
export function newProduct(input: ProductInput, {state}: AdminGraph): ProductDraft {
  const {newId, now, shop} = state;
  const id = newId('Product');
  const time = new Date(now()).toISOString();
  const title = readTitle(input.title);

  const options =
    input.productOptions == null || input.productOptions.length === 0
      ? [defaultOption(state)]
      : readOptions(input.productOptions, state, {path: ['productOptions']});

  const product: Product = {
    ...EMPTY_PRODUCT,
    id,
    title,
    handle: handleFor(input.handle, {
      title,
      others: productsOf(state),
      fallback: 'product',
      path: ['input', 'handle'],
    }),
    vendor: shop.name,
    isGiftCard: input.giftCard ?? false,
  };
  const draft = {product, details: {...EMPTY_DETAILS, options, createdAt: time, updatedAt: time}};

  const selected = options.map(({name, values}) => ({name, value: values[0]?.name ?? ''}));
  return withVariants(withInput(draft, input), [newVariant(draft, selected, state)]);
}

/** Writes an input into a draft, but for its title and handle. Members that are not given stay. */
export function withInput({product, details}: ProductDraft, input: ProductInput): ProductDraft {
  const {vendor, productType, tags, status, templateSuffix, seo, category, requiresSellingPlan} = input;
  const {descriptionHtml} = input;

  return {
    product: {
      ...product,
      ...(descriptionHtml == null ? {} : {description: textOfHtml(descriptionHtml)}),
      ...(vendor == null ? {} : {vendor}),
      ...(productType == null ? {} : {productType}),
      ...(tags == null ? {} : {tags: uniqueTags(tags)}),
    },
    details: {
      ...details,
      ...(descriptionHtml == null ? {} : {descriptionHtml}),
      ...(status == null ? {} : {status}),
      ...(templateSuffix === undefined ? {} : {templateSuffix}),
      ...(seo == null ? {} : {seo: {...details.seo, ...seo}}),
      ...(category === undefined ? {} : {category}),
      ...(requiresSellingPlan == null ? {} : {requiresSellingPlan}),
    },
  };
}

/** Writes the title and the handle of an input into a draft. */
export function withNames(
  {product, details}: ProductDraft,
  input: ProductInput,
  {state}: AdminGraph,
): ProductDraft {
  const title = input.title === undefined ? product.title : readTitle(input.title);
  const others = productsOf(state).filter(({id}) => id !== product.id);
  const handle =
    input.handle == null
      ? product.handle
      : handleFor(input.handle, {title, others, fallback: 'product', path: ['input', 'handle']});
  return {product: {...product, title, handle}, details};
}

/** Writes tags as the platform keeps them: each once, without the space around them. */
export function uniqueTags(tags: readonly string[]): readonly string[] {
  const byName = new Map(tags.map((tag) => tag.trim()).map((tag) => [tag.toLowerCase(), tag]));
  return [...byName.values()].filter((tag) => tag !== '');
}

/**
 * Finds the product that a mutation changes.
 *
 * @throws {RefusedChange} for an id that the shop does not have
 */
export function knownProduct(
  id: string,
  {state}: AdminGraph,
  {field = ['id'], code = null}: {field?: readonly string[]; code?: string | null} = {},
): Product {
  const found = productsOf(state).find((product) => product.id === id);
  return found ?? refuse(field, 'Product does not exist', code);
}

/** Puts a product into collections, and takes it out of others. */
export function joinCollections(
  productId: string,
  {collectionsToJoin, collectionsToLeave}: Pick<ProductInput, 'collectionsToJoin' | 'collectionsToLeave'>,
  {state}: AdminGraph,
): void {
  const {records} = state.model;
  const joined = collectionsToJoin ?? [];
  const left = collectionsToLeave ?? [];
  const unknown = joined.findIndex((id) => records.collections.every((collection) => collection.id !== id));
  if (unknown !== -1) refuse(['collectionsToJoin', String(unknown)], 'Collection does not exist');

  records.collections = records.collections.map((collection) => {
    const others = collection.productIds.filter((id) => id !== productId);
    if (joined.includes(collection.id)) return {...collection, productIds: [...others, productId]};
    return left.includes(collection.id) ? {...collection, productIds: others} : collection;
  });
}

function created(args: ProductArgs, graph: AdminGraph): object {
  const input = inputOf(args, 'productCreate');
  if (input.id != null) refuse(['input', 'id'], 'id cannot be specified during creation');

  const {product, details} = newProduct(input, graph);
  const media = readMedia(args.media, graph.state);
  return kept({product, details: {...details, media}}, input, graph);
}

function updated(args: ProductArgs, graph: AdminGraph): object {
  const input = inputOf(args, 'productUpdate');
  const draft = draftOf(knownProduct(input.id ?? '', graph), graph.state);
  const {product, details} = withInput(withNames(draft, input, graph), input);
  const media = [...details.media, ...readMedia(args.media, graph.state)];
  return kept({product, details: {...details, media}}, input, graph);
}

/** Keeps a product and what belongs to it. If something is wrong, nothing is kept. */
function kept(draft: ProductDraft, input: ProductInput, graph: AdminGraph): object {
  const {records} = graph.state.model;
  const {products, collections} = records;

  try {
    const product = keepProduct(draft, graph.state);
    joinCollections(product.id, input, graph);
    setMetafieldsOf(product.id, input.metafields, graph.state);
    return {product: graph.product(product)};
  } catch (error) {
    Object.assign(records, {products, collections});
    throw error;
  }
}

function deleted(id: string, graph: AdminGraph): object {
  const {records} = graph.state.model;
  knownProduct(id, graph);

  records.products = records.products.filter((product) => product.id !== id);
  records.collections = records.collections.map((collection) => ({
    ...collection,
    productIds: collection.productIds.filter((productId) => productId !== id),
  }));
  return {deletedProductId: id};
}

function inputOf({product, input}: ProductArgs, mutation: string): ProductInput {
  const given = product ?? input;
  if (given == null) throw new BadRequest(`${mutation} requires the argument product`);
  return given;
}

function readTitle(title: string | null | undefined): string {
  if (title == null || title.trim() === '') return refuseEmpty('Title', ['title']);
  if (title.length > LONGEST_TITLE)
    return refuse(['title'], `Title is too long (maximum is ${LONGEST_TITLE} characters)`, 'TOO_LONG');
  return title;
}

function productsOf({model}: AdminGraph['state']): readonly Product[] {
  return model.records.products;
}
