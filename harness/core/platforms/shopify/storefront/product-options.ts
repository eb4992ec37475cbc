import type {Product} from '../../../world/products.ts';
import {optionsOf} from '../../../world/product-defaults.ts';

/** A chosen value of an option, as a query gives it. */
export interface SelectedOption {
  readonly name: string;
  readonly value: string;
}

/** An option as the Storefront API has it. */
export interface ResolvedOption {
  readonly id: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly optionValues: readonly {readonly id: string}[];
}

/** A variant, as far as options read it. */
interface Optioned {
  readonly availableForSale: boolean;
  readonly selectedOptions: readonly SelectedOption[];
}

/** Resolves `Product.options`: each option once, its values in the order of the variants. */
export function resolveOptions(
  product: Product,
  resolvedVariants: () => readonly Optioned[],
): readonly ResolvedOption[] {
  const known = product.details?.options ?? [];

  return optionsOf(product).map(({id, name, values}) => {
    const own = known.find((option) => option.name === name);
    const resolved = {
      __typename: 'ProductOption',
      id: own?.id ?? id,
      name,
      values: values.map((value) => value.name),
      optionValues: values.map((value) => ({
        __typename: 'ProductOptionValue',
        id: own?.values.find((each) => each.name === value.name)?.id ?? value.id,
        name: value.name,
        swatch: null,
        firstSelectableVariant: () => firstSelectable(resolvedVariants(), {name, value: value.name}),
      })),
    };

    return resolved;
  });
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

/** Returns the first variant with a value that can be bought, else the first with it. */
function firstSelectable(variants: readonly Optioned[], selected: SelectedOption): Optioned | null {
  const matching = variants.filter((variant) => hasOptions(variant, [selected]));
  return matching.find(({availableForSale}) => availableForSale) ?? matching[0] ?? null;
}
