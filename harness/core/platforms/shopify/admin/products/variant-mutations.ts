import {setMetafieldsOf} from '../metafields/metafield-mutations.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {payloadOf, refuse, refuseAll} from '../model/user-errors.ts';
import type {AdminUserError} from '../model/user-errors.ts';
import {readMedia} from './media-input.ts';
import type {MediaInput} from './media-input.ts';
import {draftOf, keepProduct, variantsIn, withVariants} from './product-draft.ts';
import type {ProductDraft, VariantDraft} from './product-draft.ts';
import {knownProduct} from './product-mutations.ts';
import {DEFAULT_TITLE} from './product-resolver.ts';
import {isSameSelection, readSelection} from './selected-options.ts';
import {changedVariant, faultsOf, newVariant} from './variant-input.ts';
import type {VariantInput} from './variant-input.ts';

type Strategy = 'DEFAULT' | 'PRESERVE_STANDALONE_VARIANT' | 'REMOVE_STANDALONE_VARIANT';

interface BulkArgs {
  readonly productId: string;
  readonly variants: readonly VariantInput[];
  readonly media?: readonly MediaInput[] | null;
  readonly strategy?: Strategy | null;
  readonly allowPartialUpdates?: boolean | null;
}

/** The payload after a refusal. */
const NONE = {product: null, productVariants: null};

const UNKNOWN = {field: ['productId'], code: 'PRODUCT_DOES_NOT_EXIST'};

/**
 * Resolves `productVariantsBulkCreate`, `productVariantsBulkUpdate` and `productVariantsBulkDelete`.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/productVariantsBulkUpdate
 */
export function variantMutations(graph: AdminGraph): object {
  return {
    productVariantsBulkCreate: (args: BulkArgs) => payloadOf(() => created(args, graph), NONE),
    productVariantsBulkUpdate: (args: BulkArgs) => updated(args, graph),
    productVariantsBulkDelete: ({
      productId,
      variantsIds,
    }: {
      productId: string;
      variantsIds: readonly string[];
    }) => payloadOf(() => deleted(productId, variantsIds, graph), {product: null}),
  };
}

/** Adds a variant to a draft. */
export function withNewVariant(
  draft: ProductDraft,
  input: VariantInput,
  {graph, path}: {readonly graph: AdminGraph; readonly path: readonly string[]},
): {readonly draft: ProductDraft; readonly id: string} {
  const {state} = graph;
  refuseAll(faultsOf(input, state, path));
  const {newId} = state;
  const {options, selectedOptions} = readSelection(input.optionValues ?? [], draft, {
    path,
    before: null,
    newId,
  });
  const others = variantsIn(draft);
  refuseSame(others, selectedOptions, path);

  const made = changedVariant(newVariant(draft, selectedOptions, state), input, state);
  const added = withVariants(draft, [...others, made]);
  return {draft: {...added, details: {...added.details, options}}, id: made.variant.id};
}

/** Changes a variant of a draft. */
export function withChangedVariant(
  draft: ProductDraft,
  input: VariantInput,
  {graph, path}: {readonly graph: AdminGraph; readonly path: readonly string[]},
): ProductDraft {
  const {state} = graph;
  refuseAll(faultsOf(input, state, path));
  const variants = variantsIn(draft);
  const known = variants.find(({variant}) => variant.id === input.id);
  if (known === undefined)
    return refuse([...path, 'id'], 'Product variant does not exist', 'PRODUCT_VARIANT_DOES_NOT_EXIST');

  const {newId} = state;
  const before = known.variant.selectedOptions;
  const {options, selectedOptions} = readSelection(input.optionValues ?? [], draft, {path, before, newId});
  refuseSame(
    variants.filter((each) => each !== known),
    selectedOptions,
    path,
  );

  const changed = changedVariant({...known, variant: {...known.variant, selectedOptions}}, input, state);
  const next = withVariants(
    draft,
    variants.map((each) => (each === known ? changed : each)),
  );
  return {...next, details: {...next.details, options}};
}

function created(args: BulkArgs, graph: AdminGraph): object {
  const product = knownProduct(args.productId, graph, UNKNOWN);
  let draft = withMedia(draftOf(product, graph.state), args.media, graph);
  if (removesStandalone(draft, args.strategy ?? 'DEFAULT')) draft = withoutStandalone(draft);

  const ids: string[] = [];
  for (const [index, input] of args.variants.entries()) {
    const path = ['variants', String(index)];
    if (input.id != null)
      refuse([...path, 'id'], 'id cannot be specified during creation', 'NO_KEY_ON_CREATE');
    const added = withNewVariant(draft, input, {graph, path});
    draft = added.draft;
    ids.push(added.id);
  }

  return kept(withUsedValues(draft), {ids, inputs: args.variants, graph});
}

function updated({productId, variants, media, allowPartialUpdates}: BulkArgs, graph: AdminGraph): object {
  const errors: AdminUserError[] = [];

  const payload = payloadOf(() => {
    let draft = withMedia(draftOf(knownProduct(productId, graph, UNKNOWN), graph.state), media, graph);
    const ids: string[] = [];
    const inputs: VariantInput[] = [];

    for (const [index, input] of variants.entries()) {
      const path = ['variants', String(index)];
      const attempt = payloadOf(() => {
        refuseUpdate(input, path);
        draft = withChangedVariant(draft, input, {graph, path});
        return {};
      }) as {userErrors: readonly AdminUserError[]};

      errors.push(...attempt.userErrors);
      if (attempt.userErrors.length > 0) continue;
      ids.push(input.id ?? '');
      inputs.push(input);
    }

    if (allowPartialUpdates !== true) refuseAll(errors);
    return kept(draft, {ids, inputs, graph});
  }, NONE);

  return allowPartialUpdates === true && errors.length > 0 ? {...payload, userErrors: errors} : payload;
}

function refuseUpdate({id, inventoryQuantities}: VariantInput, path: readonly string[]): void {
  if (id == null)
    refuse([...path, 'id'], 'Product variant is missing ID attribute', 'PRODUCT_VARIANT_ID_MISSING');
  if (inventoryQuantities != null)
    refuse(
      [...path, 'inventoryQuantities'],
      'Inventory quantities can only be provided during create. To update inventory for existing variants, use inventoryAdjustQuantities.',
      'NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE',
    );
}

function deleted(productId: string, ids: readonly string[], graph: AdminGraph): object {
  const draft = draftOf(knownProduct(productId, graph, UNKNOWN), graph.state);
  const variants = variantsIn(draft);
  refuseAll(
    ids.flatMap((id, index): readonly AdminUserError[] =>
      variants.some(({variant}) => variant.id === id)
        ? []
        : [
            {
              field: ['variantsIds', String(index)],
              message: 'At least one variant does not belong to the product',
              code: 'AT_LEAST_ONE_VARIANT_DOES_NOT_BELONG_TO_THE_PRODUCT',
            },
          ],
    ),
  );

  const left = variants.filter(({variant}) => !ids.includes(variant.id));
  if (left.length === 0)
    refuse(['variantsIds'], 'Cannot delete default variant', 'CANNOT_DELETE_LAST_VARIANT');
  return {product: graph.product(keepProduct(withVariants(draft, left), graph.state))};
}

interface Kept {
  readonly ids: readonly string[];
  readonly inputs: readonly VariantInput[];
  readonly graph: AdminGraph;
}

function kept(draft: ProductDraft, {ids, inputs, graph}: Kept): object {
  const {records} = graph.state.model;
  const {products} = records;

  try {
    const product = keepProduct(draft, graph.state);
    for (const [index, id] of ids.entries()) {
      const metafields = inputs[index]?.metafields;
      setMetafieldsOf(id, metafields, graph.state, ['variants', String(index), 'metafields']);
    }

    return {product: graph.product(product), productVariants: ids.map((id) => graph.variantOf(id))};
  } catch (error) {
    records.products = products;
    throw error;
  }
}

function withMedia(
  {product, details}: ProductDraft,
  media: readonly MediaInput[] | null | undefined,
  {state}: AdminGraph,
): ProductDraft {
  return {product, details: {...details, media: [...details.media, ...readMedia(media, state)]}};
}

function refuseSame(
  others: readonly VariantDraft[],
  selected: VariantDraft['variant']['selectedOptions'],
  path: readonly string[],
): void {
  if (!others.some(({variant}) => isSameSelection(variant.selectedOptions, selected))) return;
  const title = selected.map(({value}) => value).join(' / ');
  refuse(
    path,
    `The variant '${title}' already exists. Please change at least one option value.`,
    'VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE',
  );
}

/** Whether the only variant goes: always if asked for, and by default if it is that of a product without options. */
function removesStandalone({product}: ProductDraft, strategy: Strategy): boolean {
  const [first, ...others] = product.variants;
  if (first === undefined || others.length > 0 || strategy === 'PRESERVE_STANDALONE_VARIANT') return false;
  return (
    strategy === 'REMOVE_STANDALONE_VARIANT' ||
    first.selectedOptions.some(({value}) => value === DEFAULT_TITLE)
  );
}

function withoutStandalone(draft: ProductDraft): ProductDraft {
  return withVariants(draft, []);
}

/** Takes the value `Default Title` out once no variant has it. */
function withUsedValues({product, details}: ProductDraft): ProductDraft {
  const isUsed = (name: string): boolean =>
    name !== DEFAULT_TITLE ||
    product.variants.some(({selectedOptions}) => selectedOptions.some(({value}) => value === name));
  const options = details.options.map((option) => ({
    ...option,
    values: option.values.filter(({name}) => isUsed(name)),
  }));
  return {product, details: {...details, options}};
}
