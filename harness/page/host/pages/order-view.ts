import type {PageState} from '../../../wire/control.ts';
import type {OrderLine} from '../../../wire/order.ts';
import {node} from '../node.ts';
import {
  addressLines,
  card,
  factList,
  facts,
  formatDay,
  formatMoney,
  place,
  type AccountView,
} from './account-view.ts';

/** The status of one order. */
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

  const [title, status] = [node('h1'), node('p', {class: 'sim-quiet'})];
  const [fulfillment, unfulfilled, returned] = [node('div'), node('div'), node('div')];

  const [first, rest, cost, payment, customer] = [
    node('ul', {class: 'sim-lines'}),
    node('ul', {class: 'sim-lines'}),
    factList(),
    factList(),
    factList(),
  ];

  const unfulfilledCard = card('Not yet sent', unfulfilled, places.unfulfilled);
  const returnCard = card('Return', returned, places.return);
  return {
    root: node(
      'section',
      {class: 'sim-view'},
      places.announcement,
      title,
      status,
      card('Shipment', fulfillment, places.fulfillment),
      unfulfilledCard,
      returnCard,
      card('Items', first, places.line, rest, places.lines, cost),
      card('Payment', payment, places.payment),
      card('Contact and addresses', customer, places.customer),
      places.block,
    ),
    places,
    show(state) {
      const {order} = state;
      title.textContent = `Order ${order.name}`;
      const [what, when] =
        order.cancelledAt === null ? ['Confirmed', order.processedAt] : ['Cancelled', order.cancelledAt];
      status.textContent = `${what} ${formatDay(when, state)} · ${order.confirmationNumber}`;
      const sent = new Set(order.fulfillments.flatMap(({lineIds}) => lineIds));
      const titles = (fits: (line: OrderLine) => boolean): string =>
        order.lines.filter(fits).map(lineTitle).join(', ');

      fulfillment.replaceChildren(
        ...order.fulfillments.map(({status: state_, trackingNumber, lineIds}) =>
          node(
            'p',
            {},
            `${titles(({id}) => lineIds.includes(id))}: ${state_}, tracking number ${trackingNumber}`,
          ),
        ),
      );

      unfulfilled.replaceChildren(
        node('p', {}, titles(({id}) => !sent.has(id)) || 'Everything has been sent.'),
      );

      unfulfilledCard.hidden =
        order.lines.every(({id}) => sent.has(id)) && places.unfulfilled.childElementCount === 0;
      returned.replaceChildren(
        ...order.returns.map((each) =>
          node('p', {}, `${each.name}, ${each.status}: ${titles(({id}) => each.lineIds.includes(id))}`),
        ),
      );

      returnCard.hidden = order.returns.length === 0 && places.return.childElementCount === 0;
      first.replaceChildren(...order.lines.slice(0, 1).map((line) => lineItem(line, state)));
      rest.replaceChildren(...order.lines.slice(1).map((line) => lineItem(line, state)));

      cost.replaceChildren(
        ...facts([
          ['Subtotal', formatMoney(order.cost.subtotal, state)],
          ['Shipping', formatMoney(order.cost.shipping, state)],
          ['Tax', formatMoney(order.cost.tax, state)],
          ['Total', formatMoney(order.cost.total, state)],
        ]),
      );

      payment.replaceChildren(
        ...facts([
          [order.payment.brand, `ending with ${order.payment.lastDigits}`],
          ...order.giftCards.map(
            (card_) => [`Gift card ${card_.lastCharacters}`, formatMoney(card_.amountUsed, state)] as const,
          ),
        ]),
      );

      customer.replaceChildren(
        ...facts([
          ['Contact', state.customer?.email ?? 'Sign in to see'],
          ...(order.shippingAddress === null
            ? []
            : [['Ship to', addressLines(order.shippingAddress)] as const]),
          ...(order.billingAddress === null
            ? []
            : [['Bill to', addressLines(order.billingAddress)] as const]),
          ...(order.note === null ? [] : [['Note', order.note] as const]),
        ]),
      );
    },
  };
}

function lineTitle({merchandise, quantity}: OrderLine): string {
  return `${merchandise.title} × ${quantity}`;
}

function lineItem(line: OrderLine, state: PageState): HTMLElement {
  const {image, subtitle} = line.merchandise;
  return node(
    'li',
    {},
    node('img', {src: image.url, alt: '', width: '48', height: '48'}),
    node('span', {}, lineTitle(line), node('small', {class: 'sim-quiet'}, subtitle)),
    node('span', {class: 'sim-amount'}, formatMoney(line.total, state)),
  );
}
