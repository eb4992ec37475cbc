import type {ProductOption, ProductOptionValue} from '../../../../world/product-details.ts';
import type {Product} from '../../../../world/products.ts';
import type {Identified} from '../model/admin-graph.ts';

/** Resolves the fields of `ProductOption`. `values` are those that variants have; `optionValues` are all. */
export function resolveOption(
  {id, name, values}: ProductOption,
  position: number,
  product: Product,
): Identified {
  const used = values.filter((value) => isUsed(value, name, product));
  const resolved = {
    __typename: 'ProductOption',
    id,
    name,
    position,
    values: used.map((value) => value.name),
    optionValues: values.map((value) => resolveOptionValue(value, product)),
    linkedMetafield: null,
  };

  return resolved;
}

/** Resolves the fields of `ProductOptionValue`. */
export function resolveOptionValue({id, name}: ProductOptionValue, product: Product): Identified {
  const resolved = {
    __typename: 'ProductOptionValue',
    id,
    name,
    hasVariants: product.variants.some(({selectedOptions}) =>
      selectedOptions.some(({value}) => value === name),
    ),
    linkedMetafieldValue: null,
    swatch: null,
  };

  return resolved;
}

function isUsed({name: value}: ProductOptionValue, option: string, {variants}: Product): boolean {
  return variants.some(({selectedOptions}) =>
    selectedOptions.some((selected) => selected.name === option && selected.value === value),
  );
}
