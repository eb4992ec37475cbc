import type {Order, Return} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {returnDetail} from '../../../world/return-details.ts';
import type {ReturnDetail, ReturnDetails} from '../../../world/return-details.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {countOf} from './count.ts';
import type {ResolvedLine} from './order-line.ts';
import {RESOLVED_REASONS, RETURN_REASONS} from './return-reasons.ts';

const STATUSES: Readonly<Record<Return['status'], string>> = {
  requested: 'REQUESTED',
  approved: 'OPEN',
  closed: 'CLOSED',
};

/** The steps of a return, one for each status, with the days after the request. */
const STEPS = [
  {status: 'requested', title: 'Return requested', days: 0},
  {status: 'approved', title: 'Return approved', days: 1},
  {status: 'closed', title: 'Return completed', days: 3},
] as const;

const DAY = 86_400_000;

/** The order of a return, with the parts of it that other resolvers have. */
export interface ReturnWorld {
  readonly order: Order;
  readonly details: ReturnDetails;
  readonly lines: readonly ResolvedLine[];
}

/** Resolves the fields of `Return`. */
export function resolveReturn(given: Return, {order, details, lines}: ReturnWorld): {readonly id: string} {
  const {id, name, status} = given;
  const detail = returnDetail(order, given, details);
  const items = detail.lines.flatMap((line) => resolveItem(line, lines) ?? []);
  const events = eventsOf(given, detail);

  const resolved = {
    __typename: 'Return',
    id,
    name,
    status: STATUSES[status],
    decline: null,
    createdAt: detail.requestedAt,
    updatedAt: events.at(-1)?.happenedAt ?? detail.requestedAt,
    closedAt: status === 'closed' ? (events.at(-1)?.happenedAt ?? null) : null,
    returnLineItems: (page: PageOf) => connection(items, page),
    returnLineItemsCount: countOf(items.length),
    tmpReturnLineItemsCount: items.length,
    exchangeLineItems: (page: PageOf) => connection([], page),
    reverseDeliveries: (page: PageOf) => connection([], page),
    timelineEvents: events,
  };

  return resolved;
}

function resolveItem(
  {lineId, quantity, reason}: ReturnDetail['lines'][number],
  lines: readonly ResolvedLine[],
): {readonly id: string} | null {
  const lineItem = lines.find((line) => line.id === lineId);
  if (lineItem === undefined) return null;

  const resolved = {
    __typename: 'ReturnLineItem',
    id: `gid://shopify/ReturnLineItem/${numberOf(lineItem.id)}`,
    quantity,
    lineItem,
    returnReason: RETURN_REASONS.find(({handle}) => handle === reason)?.reason ?? 'UNKNOWN',
    returnReasonDefinition: RESOLVED_REASONS.find(({handle}) => handle === reason) ?? null,
  };

  return resolved;
}

function eventsOf(
  {id, status}: Return,
  {requestedAt}: ReturnDetail,
): readonly {readonly id: string; readonly happenedAt: string}[] {
  const reached = STEPS.findIndex((step) => step.status === status);

  return STEPS.slice(0, reached + 1).map(({title, days}, index) => {
    const resolved = {
      __typename: 'TimelineEvent',
      id: `gid://shopify/TimelineEvent/${numberOf(id)}${index + 1}`,
      title,
      subtitle: null,
      message: null,
      happenedAt: new Date(Date.parse(requestedAt) + days * DAY).toISOString(),
    };

    return resolved;
  });
}
