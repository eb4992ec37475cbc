import type {Product} from '../../../world/products.ts';
import {numberOf} from '../../../world/gid.ts';

/** A chosen value of an option, as a query gives it. */
export interface SelectedOption {
  readonly name: string;
  readonly value: string;
}

/** Resolves `Product.options`: each option once, its values in the order of the variants. */
export function resolveOptions({id, variants}: Product): readonly object[] {
  const values = new Map<string, Set<string>>();
  for (const {name, value} of variants.flatMap(({selectedOptions}) => selectedOptions))
    values.set(name, (values.get(name) ?? new Set()).add(value));

  const number = numberOf(id);
  return [...values].map(([name, names], index) => ({
    __typename: 'ProductOption',
    id: `gid://shopify/ProductOption/${number}${index + 1}`,
    name,
    values: [...names],
    optionValues: [...names].map((value, position) => ({
      __typename: 'ProductOptionValue',
      id: `gid://shopify/ProductOptionValue/${number}${index + 1}${position + 1}`,
      name: value,
      swatch: null,
    })),
  }));
}

/** Whether a variant has all of the selected options. Names are compared as the platform does, without case. */
export function hasOptions(
  variant: {readonly selectedOptions: readonly SelectedOption[]},
  selected: readonly SelectedOption[],
): boolean {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  return selected.every(({name, value}) =>
    variant.selectedOptions.some((option) => same(option.name, name) && same(option.value, value)),
  );
}
