import type {Variant} from '../../../../../wire/order.ts';
import type {ProductOption} from '../../../../world/product-details.ts';
import type {AdminState} from '../admin-state.ts';
import {refuse} from '../model/user-errors.ts';
import type {ProductDraft} from './product-draft.ts';
import type {OptionValueInput} from './variant-input.ts';

/** The values that a variant chooses, and the options of the product, with the values that are new. */
export interface Selection {
  readonly selectedOptions: Variant['selectedOptions'];
  readonly options: readonly ProductOption[];
}

/**
 * Reads the values that an input chooses. A name that an option does not have becomes a new value of it.
 *
 * @param before the values of the variant so far; a new variant must choose one for each option
 */
export function readSelection(
  given: readonly OptionValueInput[],
  {details}: ProductDraft,
  {
    path,
    before,
    newId,
  }: {
    readonly path: readonly string[];
    readonly before: Variant['selectedOptions'] | null;
    readonly newId: AdminState['newId'];
  },
): Selection {
  let {options} = details;
  const chosen = new Map((before ?? []).map(({name, value}) => [name, value]));

  for (const [index, input] of given.entries()) {
    const at = [...path, 'optionValues', String(index)];
    const option = optionOf(input, options);
    if (option === undefined) return refuse(at, 'Option does not exist', 'OPTION_DOES_NOT_EXIST');

    const name = valueOf(input, option);
    if (name === undefined) return refuse(at, 'Option value does not exist', 'OPTION_VALUE_DOES_NOT_EXIST');
    chosen.set(option.name, name);
    options = withValue(options, option, name, newId);
  }

  const missing = options.find(({name}) => !chosen.has(name));
  if (missing !== undefined)
    return refuse(path, `You need to add option values for ${missing.name}`, 'NEED_TO_ADD_OPTION_VALUES');

  return {options, selectedOptions: options.map(({name}) => ({name, value: chosen.get(name) ?? ''}))};
}

/** Whether two variants choose the same values. */
export function isSameSelection(a: Variant['selectedOptions'], b: Variant['selectedOptions']): boolean {
  return (
    a.length === b.length &&
    a.every(({name, value}) => b.some((each) => each.name === name && each.value === value))
  );
}

function optionOf(
  {id, optionId, optionName}: OptionValueInput,
  options: readonly ProductOption[],
): ProductOption | undefined {
  return options.find(
    (option) =>
      option.id === optionId ||
      option.name.toLowerCase() === optionName?.toLowerCase() ||
      (optionId == null && optionName == null && option.values.some((value) => value.id === id)),
  );
}

function valueOf({id, name}: OptionValueInput, {values}: ProductOption): string | undefined {
  if (id == null) return name ?? undefined;
  return values.find((value) => value.id === id)?.name;
}

function withValue(
  options: readonly ProductOption[],
  option: ProductOption,
  name: string,
  newId: AdminState['newId'],
): readonly ProductOption[] {
  if (option.values.some((value) => value.name === name)) return options;
  const values = [...option.values, {id: newId('ProductOptionValue'), name}];
  return options.map((each) => (each.id === option.id ? {...each, values} : each));
}
