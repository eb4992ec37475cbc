import type {PageState} from '../../../wire/control.ts';
import type {Order, OrderLine} from '../../../wire/order.ts';
import {make} from '../../elements/base/dom.ts';
import type {AccountView} from './account-view.ts';
import {formatAddress, formatMoney} from './format.ts';
import {LineList} from './line-list.ts';
import {card, type Fact, factList, facts, type PagePart, place} from './page-parts.ts';

/** Creates the status page of an order. */
export function orderView(): AccountView {
  const places = {
    announcement: place(),
    fulfillment: place(),
    unfulfilled: place(),
    return: place(),
    line: place(),
    lines: place(),
    payment: place(),
    customer: place(),
    block: place(),
  };

  const [title, status] = [make('h1'), make('p', {class: 'sim-quiet'})];
  const parts = [
    shipmentPart(places.fulfillment),
    unfulfilledPart(places.unfulfilled),
    returnPart(places.return),
    linesPart(places.line, places.lines),
    factPart('Payment', places.payment, paymentFacts),
    factPart('Contact and addresses', places.customer, customerFacts),
  ];

  return {
    root: make(
      'section',
      {class: 'sim-view'},
      places.announcement,
      title,
      status,
      ...parts.map(({root}) => root),
      places.block,
    ),
    places,
    show(state) {
      title.textContent = `Order ${state.order.name}`;
      status.textContent = statusOf(state);
      for (const part of parts) part.show(state);
    },
  };
}

function statusOf({order, words: {days}}: PageState): string {
  const {processedAt, cancelledAt, confirmationNumber} = order;
  const event = cancelledAt === null ? `Confirmed ${days[processedAt]}` : `Cancelled ${days[cancelledAt]}`;

  return `${event} · ${confirmationNumber}`;
}

function shipmentPart(extensions: HTMLElement): PagePart {
  const shipments = make('div');

  return {
    root: card('Shipment', shipments, extensions),
    show({order}) {
      shipments.replaceChildren(
        ...order.fulfillments.map(({status, trackingNumber, lineIds}) =>
          make('p', {}, `${titlesOf(order, lineIds)}: ${status}, tracking number ${trackingNumber}`),
        ),
      );
    },
  };
}

function unfulfilledPart(extensions: HTMLElement): PagePart {
  const lines = make('div');
  const root = card('Not yet sent', lines, extensions);

  return {
    root,
    show({order}) {
      const sent = new Set(order.fulfillments.flatMap(({lineIds}) => lineIds));
      const unsent = order.lines.map(({id}) => id).filter((id) => !sent.has(id));

      lines.replaceChildren(make('p', {}, titlesOf(order, unsent) || 'Everything has been sent.'));
      root.hidden = unsent.length === 0 && extensions.childElementCount === 0;
    },
  };
}

function returnPart(extensions: HTMLElement): PagePart {
  const returns = make('div');
  const root = card('Return', returns, extensions);

  return {
    root,
    show({order}) {
      returns.replaceChildren(
        ...order.returns.map(({name, status, lineIds}) =>
          make('p', {}, `${name}, ${status}: ${titlesOf(order, lineIds)}`),
        ),
      );

      root.hidden = order.returns.length === 0 && extensions.childElementCount === 0;
    },
  };
}

function linesPart(forFirst: HTMLElement, forAll: HTMLElement): PagePart {
  const lines = new LineList();
  const cost = factList();

  return {
    root: card('Items', lines.first, forFirst, lines.rest, forAll, cost),
    show(state) {
      lines.show(
        state.order.lines.map((line) => ({
          image: line.merchandise.image,
          title: lineTitle(line),
          notes: [line.merchandise.subtitle],
          amount: formatMoney(line.total, state),
        })),
      );

      cost.replaceChildren(...facts(costFacts(state)));
    },
  };
}

function factPart(
  title: string,
  extensions: HTMLElement,
  factsOf: (state: PageState) => readonly Fact[],
): PagePart {
  const list = factList();

  return {
    root: card(title, list, extensions),
    show: (state) => list.replaceChildren(...facts(factsOf(state))),
  };
}

function costFacts(state: PageState): readonly Fact[] {
  const {cost, duties, tip} = state.order;
  const {subtotal, shipping, tax, total} = cost;

  return [
    ['Subtotal', formatMoney(subtotal, state)],
    ['Shipping', formatMoney(shipping, state)],
    ['Tax', formatMoney(tax, state)],
    ...(duties === null ? [] : [['Duties', formatMoney(duties, state)] as const]),
    ...(tip === null ? [] : [['Tip', formatMoney(tip, state)] as const]),
    ['Total', formatMoney(total, state)],
  ];
}

function paymentFacts(state: PageState): readonly Fact[] {
  const {payment, giftCards} = state.order;

  return [
    [payment.brand, `ending with ${payment.lastDigits}`],
    ...giftCards.map(({lastCharacters, amountUsed}): Fact => [
      `Gift card ${lastCharacters}`,
      formatMoney(amountUsed, state),
    ]),
  ];
}

function customerFacts({customer, order}: PageState): readonly Fact[] {
  const optional: Fact[] = [
    ['Ship to', formatAddress(order.shippingAddress)],
    ['Bill to', formatAddress(order.billingAddress)],
    ['Note', order.note ?? ''],
  ];

  return [['Contact', customer?.email ?? 'Sign in to see'], ...optional.filter(([, text]) => text !== '')];
}

function titlesOf({lines}: Order, ids: readonly string[]): string {
  return lines
    .filter(({id}) => ids.includes(id))
    .map(lineTitle)
    .join(', ');
}

function lineTitle({merchandise, quantity}: OrderLine): string {
  return `${merchandise.title} × ${quantity}`;
}
