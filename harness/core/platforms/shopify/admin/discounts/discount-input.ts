import type {Discount, DiscountItems, DiscountMinimum, DiscountValue} from '../../../../world/discounts.ts';
import {numberOf} from '../../../../world/gid.ts';
import type {AdminState} from '../admin-state.ts';
import {readMoney} from '../model/money.ts';
import {emptyError} from '../model/user-errors.ts';
import type {AdminUserError} from '../model/user-errors.ts';

/** A discount as its mutations take it. */
export interface DiscountInput {
  readonly title?: string | null;
  readonly code?: string | null;
  readonly startsAt?: string | null;
  readonly endsAt?: string | null;
  readonly usageLimit?: number | null;
  readonly appliesOncePerCustomer?: boolean | null;
  readonly combinesWith?: Partial<Discount['combinesWith']> | null;
  readonly context?: {readonly all?: string | null; readonly customers?: IdsInput | null} | null;
  readonly customerSelection?: {readonly all?: boolean | null; readonly customers?: IdsInput | null} | null;
  readonly customerGets?: {readonly items?: ItemsInput | null; readonly value?: ValueInput | null} | null;
  readonly minimumRequirement?: {
    readonly quantity?: {readonly greaterThanOrEqualToQuantity?: unknown} | null;
    readonly subtotal?: {readonly greaterThanOrEqualToSubtotal?: unknown} | null;
  } | null;
  readonly tags?: readonly string[] | null;
}

interface IdsInput {
  readonly add?: readonly string[] | null;
  readonly remove?: readonly string[] | null;
}

interface ItemsInput {
  readonly all?: boolean | null;
  readonly collections?: IdsInput | null;
  readonly products?: {
    readonly productsToAdd?: readonly string[] | null;
    readonly productsToRemove?: readonly string[] | null;
    readonly productVariantsToAdd?: readonly string[] | null;
    readonly productVariantsToRemove?: readonly string[] | null;
  } | null;
}

interface ValueInput {
  readonly percentage?: number | null;
  readonly discountAmount?: {readonly amount?: unknown; readonly appliesOnEachItem?: boolean | null} | null;
}

/** Writes an input into a discount. Members that are not given stay. */
export function withInput(discount: Discount, input: DiscountInput, {shop, now}: AdminState): Discount {
  const {title, startsAt, endsAt, usageLimit, appliesOncePerCustomer, combinesWith, tags} = input;
  const {items, value} = input.customerGets ?? {};
  const customers = input.context?.customers ?? input.customerSelection?.customers;
  const isForAll = input.context?.all != null || input.customerSelection?.all === true;

  return {
    ...discount,
    ...(title == null ? {} : {title}),
    ...(startsAt == null ? {} : {startsAt}),
    ...(endsAt === undefined ? {} : {endsAt}),
    ...(usageLimit === undefined ? {} : {usageLimit}),
    ...(appliesOncePerCustomer == null ? {} : {appliesOncePerCustomer}),
    ...(combinesWith == null ? {} : {combinesWith: {...discount.combinesWith, ...combinesWith}}),
    ...(tags == null ? {} : {tags}),
    ...(items == null ? {} : {items: readItems(items, discount.items)}),
    ...(value == null ? {} : {gives: readValue(value, discount.gives, shop.currency)}),
    ...(input.minimumRequirement == null
      ? {}
      : {minimum: readMinimum(input.minimumRequirement, shop.currency)}),
    ...(customers == null ? {} : {customerIds: changedIds(discount.customerIds ?? [], customers)}),
    ...(isForAll ? {customerIds: null} : {}),
    updatedAt: new Date(now()).toISOString(),
  };
}

/**
 * Lists the faults of an input.
 *
 * @param argument the name of the argument, with which paths begin
 */
export function faultsOf(
  input: DiscountInput,
  {
    argument,
    before,
    state,
  }: {readonly argument: string; readonly before: Discount | null; readonly state: AdminState},
): readonly AdminUserError[] {
  const fault = (path: readonly string[], message: string, code: string): AdminUserError => ({
    field: [argument, ...path],
    message,
    code,
  });
  const empty = (name: string, path: readonly string[]): AdminUserError =>
    emptyError(name, [argument, ...path]);
  const {title, startsAt = before?.startsAt, endsAt, customerGets, minimumRequirement} = input;
  const isNew = before === null;

  return [
    ...(title === '' || (isNew && title == null) ? [empty('Title', ['title'])] : []),
    ...(isNew && startsAt == null ? [empty('Starts at', ['startsAt'])] : []),
    ...(isBefore(endsAt, startsAt)
      ? [fault(['endsAt'], 'Ends at needs to be after starts_at', 'INVALID')]
      : []),
    ...(isNew && customerGets?.value == null ? [empty('Value', ['customerGets', 'value'])] : []),
    ...(isNew && customerGets?.items == null ? [empty('Items', ['customerGets', 'items'])] : []),
    ...valueFaults(customerGets?.value).map(({path, ...rest}) =>
      fault(['customerGets', 'value', ...path], rest.message, rest.code),
    ),
    ...(minimumRequirement?.quantity != null && minimumRequirement.subtotal != null
      ? [
          fault(
            ['minimumRequirement'],
            'Minimum subtotal and quantity range cannot both be present',
            'MINIMUM_SUBTOTAL_AND_QUANTITY_RANGE_BOTH_PRESENT',
          ),
        ]
      : []),
    ...itemFaults(customerGets?.items, state).map(({path, ...rest}) =>
      fault(['customerGets', 'items', ...path], rest.message, rest.code),
    ),
  ];
}

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
  readonly code: string;
}

function isBefore(endsAt: string | null | undefined, startsAt: string | null | undefined): boolean {
  return endsAt != null && startsAt != null && Date.parse(endsAt) <= Date.parse(startsAt);
}

function valueFaults(value: ValueInput | null | undefined): readonly Fault[] {
  const {percentage, discountAmount} = value ?? {};
  if (percentage != null && (percentage < 0 || percentage > 1))
    return [
      {path: ['percentage'], message: 'Value must be between 0.0 and 1.0', code: 'VALUE_OUTSIDE_RANGE'},
    ];
  if (Number(discountAmount?.amount ?? 0) < 0)
    return [
      {
        path: ['discountAmount', 'amount'],
        message: 'Value must be less than or equal to 0',
        code: 'LESS_THAN_OR_EQUAL_TO',
      },
    ];
  return [];
}

function itemFaults(items: ItemsInput | null | undefined, {model}: AdminState): readonly Fault[] {
  const {collections, products} = items ?? {};
  const {records} = model;
  const variants = records.products.flatMap((product) => product.variants);
  const both = (collections?.add ?? []).length > 0 && products != null;

  return [
    ...(both
      ? [
          {
            path: ['collections', 'add'],
            message: 'Cannot entitle collections in combination with product variants or products',
            code: 'CONFLICT',
          },
        ]
      : unknown(collections?.add, records.collections, {path: ['collections', 'add'], name: 'Collection'})),
    ...unknown(products?.productsToAdd, records.products, {
      path: ['products', 'productsToAdd'],
      name: 'Product',
    }),
    ...unknown(products?.productVariantsToAdd, variants, {
      path: ['products', 'productVariantsToAdd'],
      name: 'Product variant',
    }),
  ];
}

function unknown(
  ids: readonly string[] | null | undefined,
  known: readonly {readonly id: string}[],
  {path, name}: {readonly path: readonly string[]; readonly name: string},
): readonly Fault[] {
  const missing = (ids ?? []).filter((id) => known.every((each) => each.id !== id));
  return missing.map((id) => ({
    path,
    message: `${name} with id: ${numberOf(id)} is invalid`,
    code: 'INVALID',
  }));
}

function readItems({all, collections, products}: ItemsInput, before: DiscountItems): DiscountItems {
  if (all === true) return {all: true};
  const known = 'all' in before ? {productIds: [], variantIds: [], collectionIds: []} : before;

  return {
    productIds: changedIds(known.productIds, {
      add: products?.productsToAdd,
      remove: products?.productsToRemove,
    }),
    variantIds: changedIds(known.variantIds, {
      add: products?.productVariantsToAdd,
      remove: products?.productVariantsToRemove,
    }),
    collectionIds: changedIds(known.collectionIds, collections ?? {}),
  };
}

function changedIds(
  before: readonly string[],
  {
    add,
    remove,
  }: {
    readonly add?: readonly string[] | null | undefined;
    readonly remove?: readonly string[] | null | undefined;
  },
): readonly string[] {
  return [...new Set([...before, ...(add ?? [])])].filter((id) => remove?.includes(id) !== true);
}

function readValue(
  {percentage, discountAmount}: ValueInput,
  before: DiscountValue,
  currency: string,
): DiscountValue {
  // A float such as 0.07 times 100 is not exact.
  if (percentage != null) return {percent: Math.round(percentage * 1_000_000) / 10_000};
  const off = readMoney(discountAmount?.amount, currency);
  return off === null ? before : {off, isForEachItem: discountAmount?.appliesOnEachItem ?? false};
}

function readMinimum(
  {quantity, subtotal}: NonNullable<DiscountInput['minimumRequirement']>,
  currency: string,
): DiscountMinimum | null {
  const count = quantity?.greaterThanOrEqualToQuantity;
  if (count != null) return {quantity: Number(count)};
  const amount = readMoney(subtotal?.greaterThanOrEqualToSubtotal, currency);
  return amount === null ? null : {subtotal: amount};
}
