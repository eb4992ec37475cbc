/** The keys by which orders can be sorted. */
export type OrderSort =
  | 'CREATED_AT'
  | 'ID'
  | 'ORDER_NUMBER'
  | 'PROCESSED_AT'
  | 'PURCHASING_COMPANY_LOCATION_NAME'
  | 'TOTAL_PRICE'
  | 'UPDATED_AT';

/** The fields of an order that sort it. */
interface SortedOrder {
  readonly number: number;
  readonly processedAt: string;
  readonly totalPrice: {readonly amount: number};
}

type Compare = (a: SortedOrder, b: SortedOrder) => number;

const byNumber: Compare = (a, b) => a.number - b.number;
const byTime: Compare = (a, b) => Date.parse(a.processedAt) - Date.parse(b.processedAt);
const byTotal: Compare = (a, b) => Number(a.totalPrice.amount) - Number(b.totalPrice.amount);

const SORTS: Readonly<Record<OrderSort, Compare>> = {
  CREATED_AT: byTime,
  ID: byNumber,
  ORDER_NUMBER: byNumber,
  PROCESSED_AT: byTime,
  // A company has one branch.
  PURCHASING_COMPANY_LOCATION_NAME: () => 0,
  TOTAL_PRICE: byTotal,
  UPDATED_AT: byTime,
};

export function sortOrders<Item extends SortedOrder>(
  orders: readonly Item[],
  key: OrderSort,
): readonly Item[] {
  return orders.toSorted(SORTS[key]);
}
