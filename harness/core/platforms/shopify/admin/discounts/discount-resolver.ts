import {statusOf} from '../../../../world/discounts.ts';
import type {Discount, DiscountItems} from '../../../../world/discounts.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import {resolveMoney} from '../../money-v2.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {byId, byText, idFields} from '../model/listed.ts';
import type {ListRules} from '../model/listed.ts';
import {moneyText} from '../model/money.ts';

/** Resolves the node of a discount: with its member for its method, and with `discount`, which all kinds have. */
export function resolveDiscount(discount: Discount, graph: AdminGraph): Identified {
  const {id, method} = discount;
  const inner = discountFields(discount, graph);

  return {
    __typename: method === 'code' ? 'DiscountCodeNode' : 'DiscountAutomaticNode',
    id,
    codeDiscount: inner,
    automaticDiscount: inner,
    ...graph.metafieldsOf(id),
  } as Identified;
}

/** Resolves a discount as `DiscountNode`. */
export function resolveDiscountNode(discount: Discount, graph: AdminGraph): Identified {
  const inner = discountFields(discount, graph);
  return {...resolveDiscount(discount, graph), __typename: 'DiscountNode', discount: inner} as Identified;
}

/** The search fields and sort keys of lists of discounts. */
export function discountRules(now: number): ListRules<Discount> {
  const methods = {code: 'all_with_code', automatic: 'all_automatic'};

  return {
    fields: (discount) => ({
      '': [discount.title, ...discount.codes.map(({code}) => code)],
      id: idFields(discount.id),
      title: [discount.title],
      code: discount.codes.map(({code}) => code),
      status: [statusOf(discount, now)],
      method: [discount.method],
      discount_type: [kindOf(discount)],
      type: [methods[discount.method], kindOf(discount), 'all'],
      starts_at: [discount.startsAt],
      ends_at: discount.endsAt === null ? [] : [discount.endsAt],
      created_at: [discount.createdAt],
      updated_at: [discount.updatedAt],
      times_used: ['0'],
    }),
    sorts: {
      ID: byId,
      TITLE: byText(({title}) => title),
      CREATED_AT: byText(({createdAt}) => createdAt),
      STARTS_AT: byText(({startsAt}) => startsAt),
      ENDS_AT: byText(({endsAt}) => endsAt ?? ''),
      UPDATED_AT: byText(({updatedAt}) => updatedAt),
    },
  };
}

function kindOf({gives}: Discount): string {
  if ('percent' in gives) return 'percentage';
  return 'off' in gives ? 'fixed_amount' : 'free_shipping';
}

function discountFields(discount: Discount, graph: AdminGraph): object {
  const {title, startsAt, endsAt, createdAt, updatedAt, combinesWith, method} = discount;
  const summary = summaryOf(discount);

  return {
    __typename: typeOf(discount),
    title,
    status: statusOf(discount, graph.state.now()),
    startsAt,
    endsAt,
    createdAt,
    updatedAt,
    summary,
    shortSummary: summary,
    asyncUsageCount: 0,
    combinesWith: {__typename: 'DiscountCombinesWith', ...combinesWith},
    discountClasses: [classOf(discount)],
    minimumRequirement: minimumOf(discount),
    recurringCycleLimit: null,
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    context: buyersOf(discount, graph, 'DiscountBuyerSelectionAll'),
    customerGets: () => customerGets(discount, graph),
    ...(method === 'code' ? codeFields(discount, graph) : {}),
  };
}

function typeOf({method, gives}: Discount): string {
  if (method === 'automatic') return 'DiscountAutomaticBasic';
  return 'freeShipping' in gives ? 'DiscountCodeFreeShipping' : 'DiscountCodeBasic';
}

function classOf({gives, items}: Discount): 'ORDER' | 'PRODUCT' | 'SHIPPING' {
  if ('freeShipping' in gives) return 'SHIPPING';
  return 'all' in items ? 'ORDER' : 'PRODUCT';
}

function codeFields(discount: Discount, graph: AdminGraph): object {
  const {codes, usageLimit, appliesOncePerCustomer} = discount;
  const resolved = codes.map((code) => ({__typename: 'DiscountRedeemCode', ...code, asyncUsageCount: 0}));

  return {
    codes: (page: PageOf) => connection(resolved, page),
    codesCount: {count: codes.length, precision: 'EXACT'},
    usageLimit,
    appliesOncePerCustomer,
    hasTimelineComment: false,
    customerSelection: buyersOf(discount, graph, 'DiscountCustomerAll'),
  };
}

function buyersOf({customerIds}: Discount, graph: AdminGraph, all: string): object {
  if (customerIds === null) return {__typename: all, all: 'ALL', allCustomers: true};
  return {
    __typename: 'DiscountCustomers',
    customers: () => customerIds.map((id) => graph.customerOf(id)).filter((found) => found !== null),
  };
}

function minimumOf({minimum}: Discount): object | null {
  if (minimum === null) return null;
  return 'quantity' in minimum
    ? {__typename: 'DiscountMinimumQuantity', greaterThanOrEqualToQuantity: minimum.quantity}
    : {__typename: 'DiscountMinimumSubtotal', greaterThanOrEqualToSubtotal: resolveMoney(minimum.subtotal)};
}

function customerGets({gives, items}: Discount, graph: AdminGraph): object {
  return {
    __typename: 'DiscountCustomerGets',
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    items: itemsOf(items, graph),
    value: valueOf(gives),
  };
}

function valueOf(gives: Discount['gives']): object {
  if ('off' in gives)
    return {
      __typename: 'DiscountAmount',
      amount: resolveMoney(gives.off),
      appliesOnEachItem: gives.isForEachItem,
    };
  return {__typename: 'DiscountPercentage', percentage: 'percent' in gives ? gives.percent / 100 : 1};
}

function itemsOf(items: DiscountItems, graph: AdminGraph): object {
  if ('all' in items) return {__typename: 'AllDiscountItems', allItems: true};
  const {productIds, variantIds, collectionIds} = items;
  const found = (ids: readonly string[]): readonly Identified[] => ids.flatMap((id) => graph.find(id) ?? []);

  if (collectionIds.length > 0)
    return {
      __typename: 'DiscountCollections',
      collections: (page: PageOf) => connection(found(collectionIds), page),
    };
  return {
    __typename: 'DiscountProducts',
    products: (page: PageOf) => connection(found(productIds), page),
    productVariants: (page: PageOf) => connection(found(variantIds), page),
  };
}

function summaryOf({gives, items}: Discount): string {
  if ('freeShipping' in gives) return 'Free shipping on all products';
  const value = 'percent' in gives ? `${gives.percent}% off` : `${moneyText(gives.off)} off`;
  return 'all' in items ? `${value} entire order` : `${value} selected items`;
}
