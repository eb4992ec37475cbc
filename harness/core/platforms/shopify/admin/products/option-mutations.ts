import type {ProductOption} from '../../../../world/product-details.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {payloadOf, refuse} from '../model/user-errors.ts';
import {MOST_OPTIONS, readOptions} from './option-input.ts';
import type {OptionInput} from './option-input.ts';
import {draftOf, keepProduct, variantsIn, withVariants} from './product-draft.ts';
import type {ProductDraft, VariantDraft} from './product-draft.ts';
import {knownProduct} from './product-mutations.ts';
import {DEFAULT_TITLE} from './product-resolver.ts';
import {newVariant} from './variant-input.ts';

interface OptionsArgs {
  readonly productId: string;
  readonly options: readonly OptionInput[];
  readonly variantStrategy?: 'CREATE' | 'LEAVE_AS_IS' | null;
}

/**
 * Resolves `productOptionsCreate`. Variants get the first value of each new option.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/productOptionsCreate
 */
export function optionMutations(graph: AdminGraph): object {
  return {
    productOptionsCreate: (args: OptionsArgs) => payloadOf(() => created(args, graph), {product: null}),
  };
}

function created({productId, options: inputs, variantStrategy}: OptionsArgs, graph: AdminGraph): object {
  const {state} = graph;
  const product = knownProduct(productId, graph, {field: ['productId'], code: 'PRODUCT_DOES_NOT_EXIST'});
  const draft = withoutDefault(draftOf(product, state));
  const {options: known} = draft.details;

  if (known.length + inputs.length > MOST_OPTIONS)
    refuse(['options'], `Can only specify a maximum of ${MOST_OPTIONS} options`, 'OPTIONS_OVER_LIMIT');
  for (const [index, {name, values}] of inputs.entries()) {
    const field = ['options', String(index)];
    if (known.some((option) => option.name.toLowerCase() === name?.toLowerCase()))
      refuse(field, `Option '${name}' already exists.`, 'OPTION_ALREADY_EXISTS');
    if (values == null || values.length === 0)
      refuse(
        field,
        'New option must have at least one value for existing variants.',
        'NEW_OPTION_WITHOUT_VALUE_FOR_EXISTING_VARIANTS',
      );
  }

  const options = readOptions(inputs, state, {path: ['options']});
  const extended: ProductDraft = {
    ...draft,
    details: {...draft.details, options: [...known, ...options]},
  };

  const variants = variantsIn(draft).map((each) => withFirstValues(each, options));
  const made = variantStrategy === 'CREATE' ? allVariants(extended, variants, graph) : variants;
  return {product: graph.product(keepProduct(withVariants(extended, made), state))};
}

/** Takes the option `Title` away from a product without other options. */
function withoutDefault(draft: ProductDraft): ProductDraft {
  const isDefault = draft.product.variants.every(({selectedOptions}) =>
    selectedOptions.every(({value}) => value === DEFAULT_TITLE),
  );
  if (!isDefault) return draft;

  const variants = variantsIn(draft).map(({variant, details}) => ({
    details,
    variant: {...variant, selectedOptions: []},
  }));
  const {product, details} = withVariants(draft, variants);
  return {product, details: {...details, options: []}};
}

function withFirstValues({variant, details}: VariantDraft, options: readonly ProductOption[]): VariantDraft {
  const added = options.map(({name, values}) => ({name, value: values[0]?.name ?? ''}));
  return {details, variant: {...variant, selectedOptions: [...variant.selectedOptions, ...added]}};
}

/** Makes the variants of all combinations of values. Those that there are stay. */
function allVariants(
  draft: ProductDraft,
  known: readonly VariantDraft[],
  {state}: AdminGraph,
): readonly VariantDraft[] {
  let combinations: readonly VariantDraft['variant']['selectedOptions'][] = [[]];
  for (const {name, values} of draft.details.options)
    combinations = combinations.flatMap((chosen) =>
      values.map((value) => [...chosen, {name, value: value.name}]),
    );

  return combinations.map((selected) => {
    const title = selected.map(({value}) => value).join(' / ');
    const same = known.find(
      ({variant}) => variant.selectedOptions.map(({value}) => value).join(' / ') === title,
    );
    return same ?? newVariant(draft, selected, state);
  });
}
