import type {ProductOption} from '../../../../world/product-details.ts';
import type {AdminState} from '../admin-state.ts';
import {emptyError, refuse} from '../model/user-errors.ts';

/** The most options of a product. */
export const MOST_OPTIONS = 3;

/** An option that a mutation makes. */
export interface OptionInput {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly position?: number | null;
  readonly values?: readonly {readonly id?: string | null; readonly name?: string | null}[] | null;
}

/** The option of a product without options. */
export function defaultOption({newId}: Pick<AdminState, 'newId'>): ProductOption {
  return {
    id: newId('ProductOption'),
    name: 'Title',
    values: [{id: newId('ProductOptionValue'), name: 'Default Title'}],
  };
}

/** Makes the options of inputs, in the order of their positions. */
export function readOptions(
  inputs: readonly OptionInput[],
  {newId}: Pick<AdminState, 'newId'>,
  {path, known = []}: {readonly path: readonly string[]; readonly known?: readonly ProductOption[]},
): readonly ProductOption[] {
  if (inputs.length > MOST_OPTIONS)
    refuse(path, `Can only specify a maximum of ${MOST_OPTIONS} options`, 'OPTIONS_OVER_LIMIT');

  const ordered = inputs
    .map((input, index) => ({input, index, position: input.position ?? index + 1}))
    .toSorted((a, b) => a.position - b.position);

  return ordered.map(({input: {id, name, values}, index}) => {
    const at = [...path, String(index)];
    if (name == null || name.trim() === '')
      return refuse([...at, 'name'], emptyError('Option name', at).message, 'OPTION_NAME_MISSING');
    if (
      ordered.some((other) => other.index < index && other.input.name?.toLowerCase() === name.toLowerCase())
    )
      return refuse(at, 'Duplicated option name.', 'DUPLICATED_OPTION_NAME');

    const before = known.find((option) => option.id === id || option.name === name);
    return {
      id: before?.id ?? newId('ProductOption'),
      name,
      values: (values ?? []).map((value) => {
        const own = before?.values.find((each) => each.id === value.id || each.name === value.name);
        return {id: own?.id ?? newId('ProductOptionValue'), name: value.name ?? own?.name ?? ''};
      }),
    };
  });
}
