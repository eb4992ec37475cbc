import {NotSimulated} from '../../graphql/not-simulated.ts';
import {setMetafieldsOf} from '../metafields/metafield-mutations.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {payloadOf, refuse} from '../model/user-errors.ts';
import {readMedia} from './media-input.ts';
import type {MediaInput} from './media-input.ts';
import {readOptions} from './option-input.ts';
import {draftOf, keepProduct, variantsIn, withVariants} from './product-draft.ts';
import type {ProductDraft} from './product-draft.ts';
import {joinCollections, knownProduct, newProduct, withInput, withNames} from './product-mutations.ts';
import type {ProductInput} from './product-mutations.ts';
import type {VariantInput} from './variant-input.ts';
import {withChangedVariant, withNewVariant} from './variant-mutations.ts';

interface SetInput extends ProductInput {
  readonly variants?: readonly VariantInput[] | null;
  readonly collections?: readonly string[] | null;
  readonly files?: readonly MediaInput[] | null;
}

interface SetArgs {
  readonly identifier?: {
    readonly id?: string | null;
    readonly handle?: string | null;
    readonly customId?: object | null;
  } | null;
  readonly input: SetInput;
}

/**
 * Resolves `productSet`: the product becomes what the input says. Lists that are given replace those that were there.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/productSet
 */
export function productSet(graph: AdminGraph): object {
  return {
    productSet: (args: SetArgs) => ({
      ...payloadOf(() => setProduct(args, graph), {product: null}),
      productSetOperation: null,
    }),
  };
}

function setProduct({identifier, input}: SetArgs, graph: AdminGraph): object {
  const known = startOf(identifier, input, graph);
  const draft = withLists(withInput(known, input), input, graph);
  const {records} = graph.state.model;
  const {products, collections} = records;

  try {
    const product = keepProduct(draft, graph.state);
    if (input.collections != null) {
      const collectionsToLeave = collections
        .map(({id}) => id)
        .filter((id) => input.collections?.includes(id) !== true);
      joinCollections(product.id, {collectionsToJoin: input.collections, collectionsToLeave}, graph);
    }
    setMetafieldsOf(product.id, input.metafields, graph.state, ['input', 'metafields']);
    setVariantMetafields(draft, input, graph);
    return {product: graph.product(product)};
  } catch (error) {
    Object.assign(records, {products, collections});
    throw error;
  }
}

/** Returns the draft of the product that is meant, or that of a new one. */
function startOf(identifier: SetArgs['identifier'], input: SetInput, graph: AdminGraph): ProductDraft {
  const id = identifier?.id ?? input.id;
  if (identifier?.customId != null)
    throw new NotSimulated('The simulated shop finds no product by a metafield. Use the id or the handle.');
  if (id != null)
    return withNames(
      draftOf(knownProduct(id, graph, {field: ['input', 'id'], code: 'PRODUCT_DOES_NOT_EXIST'}), graph.state),
      input,
      graph,
    );

  const handle = identifier?.handle;
  const found = graph.state.model.records.products.find((product) => product.handle === handle);
  if (found !== undefined) return withNames(draftOf(found, graph.state), input, graph);
  return newProduct({...input, handle: input.handle ?? handle ?? null}, graph);
}

function withLists(draft: ProductDraft, input: SetInput, graph: AdminGraph): ProductDraft {
  const {state} = graph;
  let next = draft;

  if (input.productOptions != null) {
    if (input.variants == null && state.model.records.products.some(({id}) => id === draft.product.id))
      refuse(
        ['input', 'variants'],
        'Variants input is required when updating product options',
        'VARIANTS_INPUT_MISSING',
      );
    const options = readOptions(input.productOptions, state, {
      path: ['input', 'productOptions'],
      known: draft.details.options,
    });
    next = {...next, details: {...next.details, options}};
  }

  if (input.files != null)
    next = {...next, details: {...next.details, media: readMedia(input.files, state, ['input', 'files'])}};
  return input.variants == null ? next : withVariantInputs(next, input.variants, graph);
}

function withVariantInputs(
  draft: ProductDraft,
  inputs: readonly VariantInput[],
  graph: AdminGraph,
): ProductDraft {
  const before = variantsIn(draft);
  let next = withVariants(draft, []);

  for (const [index, input] of inputs.entries()) {
    const path = ['input', 'variants', String(index)];
    const known = before.find(({variant}) => variant.id === input.id) ?? sameValues(before, input);
    if (known === undefined) {
      next = withNewVariant(next, input, {graph, path}).draft;
      continue;
    }

    const all = withVariants(next, [...variantsIn(next), known]);
    next = withChangedVariant(all, {...input, id: known.variant.id}, {graph, path});
  }

  return next;
}

/** Finds the variant that has the values of an input without an id. */
function sameValues(
  variants: ReturnType<typeof variantsIn>,
  {optionValues}: VariantInput,
): ReturnType<typeof variantsIn>[number] | undefined {
  if (optionValues == null) return undefined;
  return variants.find(
    ({variant}) =>
      variant.selectedOptions.length === optionValues.length &&
      optionValues.every(({optionName, name}) =>
        variant.selectedOptions.some((selected) => selected.name === optionName && selected.value === name),
      ),
  );
}

function setVariantMetafields(draft: ProductDraft, {variants}: SetInput, {state}: AdminGraph): void {
  for (const [index, {metafields}] of (variants ?? []).entries()) {
    const id = draft.product.variants[index]?.id;
    const path = ['input', 'variants', String(index), 'metafields'];
    if (id !== undefined) setMetafieldsOf(id, metafields, state, path);
  }
}
