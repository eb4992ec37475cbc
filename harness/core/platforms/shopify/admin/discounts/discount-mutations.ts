import {statusOf} from '../../../../world/discounts.ts';
import type {Discount} from '../../../../world/discounts.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {emptyError, payloadOf, refuse, refuseAll} from '../model/user-errors.ts';
import {faultsOf, withInput} from './discount-input.ts';
import type {DiscountInput} from './discount-input.ts';

type Method = Discount['method'];

/** The names that the two methods have in arguments, payloads and messages. */
const NAMES = {
  code: {
    argument: 'basicCodeDiscount',
    node: 'codeDiscountNode',
    deleted: 'deletedCodeDiscountId',
    title: 'Code discount',
  },
  automatic: {
    argument: 'automaticBasicDiscount',
    node: 'automaticDiscountNode',
    deleted: 'deletedAutomaticDiscountId',
    title: 'Automatic discount',
  },
} as const;

type BasicArgs = Readonly<Record<string, unknown>> & {readonly id?: string};

/**
 * Resolves the mutations of discounts with a code, and of automatic ones.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/discountCodeBasicCreate
 */
export function discountMutations(graph: AdminGraph): object {
  return {
    discountCodeBasicCreate: (args: BasicArgs) => created('code', args, graph),
    discountCodeBasicUpdate: (args: BasicArgs) => updated('code', args, graph),
    discountCodeDelete: ({id}: {id: string}) => deleted('code', id, graph),
    discountCodeActivate: ({id}: {id: string}) => activated('code', id, graph),
    discountCodeDeactivate: ({id}: {id: string}) => deactivated('code', id, graph),
    discountAutomaticBasicCreate: (args: BasicArgs) => created('automatic', args, graph),
    discountAutomaticBasicUpdate: (args: BasicArgs) => updated('automatic', args, graph),
    discountAutomaticDelete: ({id}: {id: string}) => deleted('automatic', id, graph),
    discountAutomaticActivate: ({id}: {id: string}) => activated('automatic', id, graph),
    discountAutomaticDeactivate: ({id}: {id: string}) => deactivated('automatic', id, graph),
  };
}

function created(method: Method, args: BasicArgs, graph: AdminGraph): object {
  const {argument} = NAMES[method];
  const input = args[argument] as DiscountInput;

  return nodePayload(method, graph, () => {
    const {state} = graph;
    refuseAll([
      ...faultsOf(input, {argument, before: null, state}),
      ...codeFaults(method, input, null, graph),
    ]);

    const type = method === 'code' ? 'DiscountCodeNode' : 'DiscountAutomaticNode';
    const time = new Date(state.now()).toISOString();
    const made = withInput({...empty(method, time), id: state.newId(type)}, input, state);
    return keep(withCode(made, input, graph), graph);
  });
}

function updated(method: Method, args: BasicArgs, graph: AdminGraph): object {
  const {argument} = NAMES[method];
  const input = args[argument] as DiscountInput;

  return nodePayload(method, graph, () => {
    const before = known(method, args.id ?? '', graph, 'Discount does not exist');
    const {state} = graph;
    refuseAll([...faultsOf(input, {argument, before, state}), ...codeFaults(method, input, before, graph)]);
    return keep(withCode(withInput(before, input, state), input, graph), graph);
  });
}

function deleted(method: Method, id: string, graph: AdminGraph): object {
  const {deleted: name, title} = NAMES[method];
  return payloadOf(
    () => {
      known(method, id, graph, `${title} does not exist.`);
      const {records} = graph.state.model;
      records.discounts = records.discounts.filter((discount) => discount.id !== id);
      return {[name]: id};
    },
    {[name]: null},
  );
}

function activated(method: Method, id: string, graph: AdminGraph): object {
  return nodePayload(method, graph, () => {
    const discount = known(method, id, graph, `${NAMES[method].title} does not exist.`);
    const now = graph.state.now();
    if (statusOf(discount, now) === 'ACTIVE') return discount;
    const startsAt = Date.parse(discount.startsAt) > now ? new Date(now).toISOString() : discount.startsAt;
    return keep({...discount, startsAt, endsAt: null, updatedAt: new Date(now).toISOString()}, graph);
  });
}

function deactivated(method: Method, id: string, graph: AdminGraph): object {
  return nodePayload(method, graph, () => {
    const discount = known(method, id, graph, `${NAMES[method].title} does not exist.`);
    const now = graph.state.now();
    if (statusOf(discount, now) === 'EXPIRED') return discount;
    const time = new Date(now).toISOString();
    const startsAt = Date.parse(discount.startsAt) > now ? time : discount.startsAt;
    return keep({...discount, startsAt, endsAt: time, updatedAt: time}, graph);
  });
}

function nodePayload(method: Method, graph: AdminGraph, change: () => Discount): object {
  const {node} = NAMES[method];
  return payloadOf(() => ({[node]: graph.discount(change())}), {[node]: null});
}

/** Refuses a code that is missing, or that another discount has. */
function codeFaults(
  method: Method,
  {code}: DiscountInput,
  before: Discount | null,
  {state}: AdminGraph,
): ReturnType<typeof faultsOf> {
  if (method === 'automatic') return [];
  const field = [NAMES.code.argument, 'code'];
  if (code === '' || (before === null && code == null)) return [emptyError('Code', field)];

  const others = state.model.records.discounts.filter(({id}) => id !== before?.id);
  const isTaken = others.some(({codes}) =>
    codes.some((other) => other.code.toLowerCase() === code?.toLowerCase()),
  );
  return isTaken
    ? [{field, message: 'Code must be unique. Please try a different code.', code: 'TAKEN'}]
    : [];
}

function withCode(discount: Discount, {code}: DiscountInput, {state}: AdminGraph): Discount {
  if (code == null) return discount;
  const [first, ...others] = discount.codes;
  const id = first?.id ?? state.newId('DiscountRedeemCode');
  return {...discount, codes: [{id, code}, ...others]};
}

function keep(discount: Discount, {state}: AdminGraph): Discount {
  const {records} = state.model;
  const isKnown = records.discounts.some(({id}) => id === discount.id);
  records.discounts = isKnown
    ? records.discounts.map((each) => (each.id === discount.id ? discount : each))
    : [...records.discounts, discount];
  return discount;
}

function known(method: Method, id: string, {state}: AdminGraph, message: string): Discount {
  const found = state.model.records.discounts.find(
    (discount) => discount.id === id && discount.method === method,
  );
  return found ?? refuse(['id'], message, 'INVALID');
}

function empty(method: Method, time: string): Omit<Discount, 'id'> {
  return {
    method,
    title: '',
    codes: [],
    gives: {percent: 0},
    items: {all: true},
    minimum: null,
    customerIds: null,
    startsAt: time,
    endsAt: null,
    usageLimit: null,
    appliesOncePerCustomer: false,
    combinesWith: {orderDiscounts: false, productDiscounts: false, shippingDiscounts: false},
    tags: [],
    createdAt: time,
    updatedAt: time,
  };
}
