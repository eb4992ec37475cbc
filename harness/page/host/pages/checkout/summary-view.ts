import type {CheckoutLine} from '../../../../wire/checkout.ts';
import type {PageState} from '../../../../wire/control.ts';
import {node} from '../../node.ts';
import {factList, facts, formatMoney} from '../account-view.ts';
import type {CheckoutView, ViewParts} from './checkout-view.ts';

/** What is bought and what it costs. Extensions at one line stand at the first. */
export function summaryView({places, act, say}: ViewParts): CheckoutView {
  const [first, rest, cost] = [
    node('ul', {class: 'sim-lines'}),
    node('ul', {class: 'sim-lines'}),
    factList(),
  ];

  const empty = node('p', {class: 'sim-quiet'}, 'The cart is empty.');
  const code = node('input', {
    type: 'text',
    'aria-label': 'Discount code or gift card',
    placeholder: 'Discount code or gift card',
  });

  const form = node('form', {class: 'sim-code'}, code, node('button', {class: 'sim-plain'}, 'Apply'));
  const applied = node('ul', {class: 'sim-applied', 'aria-label': 'Applied codes'});

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void apply();
  });

  async function apply(): Promise<void> {
    const entered = {code: code.value};
    const discount = await act('addDiscountCode', entered);
    const result =
      discount.type === 'error' && (await act('addGiftCard', entered)).type === 'error' ? discount : null;
    say(result?.message ?? '');
    if (result === null) code.value = '';
  }

  const chip = (text: string, remove: () => Promise<unknown>): HTMLElement => {
    const button = node('button', {class: 'sim-plain', type: 'button', 'aria-label': `Remove ${text}`}, '×');
    button.addEventListener('click', () => void remove());
    return node('li', {}, text, button);
  };

  return {
    root: node(
      'aside',
      {class: 'sim-summary', 'aria-label': 'Order summary'},
      node('h2', {}, 'Order summary'),
      empty,
      first,
      places.make('any', 'components'),
      places.make('any', 'line'),
      places.make('thank-you', 'line'),
      rest,
      places.make('any', 'lines'),
      places.make('thank-you', 'lines'),
      places.make('any', 'reductions-before'),
      form,
      applied,
      places.make('any', 'reductions-after'),
      cost,
    ),
    show(state) {
      const {checkout} = state;
      const open = checkout.confirmation === null;

      empty.hidden = checkout.lines.length > 0;
      first.replaceChildren(...checkout.lines.slice(0, 1).map((line) => lineItem(line, state)));
      rest.replaceChildren(...checkout.lines.slice(1).map((line) => lineItem(line, state)));
      form.hidden = !open;
      applied.hidden = !open;

      applied.replaceChildren(
        ...checkout.discountCodes.map((each) => chip(each, () => act('removeDiscountCode', {code: each}))),
        ...checkout.giftCards.map(({lastCharacters}) =>
          chip(`•••• ${lastCharacters}`, () => act('removeGiftCard', {code: lastCharacters})),
        ),
      );

      cost.replaceChildren(...facts(totals(state)));
      for (const row of cost.children)
        row.classList.toggle('sim-sum', row.firstElementChild?.textContent === 'Total');
    },
  };
}

function totals(state: PageState): [string, string][] {
  const {cost, discountAllocations, giftCards} = state.checkout;
  const money = (amount: typeof cost.total): string => formatMoney(amount, state);
  return [
    ...discountAllocations.map((each): [string, string] => [
      each.type === 'code' ? `Discount ${each.code}` : each.title,
      `−${money(each.discountedAmount)}`,
    ]),
    ['Subtotal', money(cost.subtotal)],
    [
      'Shipping',
      cost.shipping === null
        ? 'Calculated at the next step'
        : cost.shipping.amount === 0
          ? 'Free'
          : money(cost.shipping),
    ],
    ...(cost.tax === null ? [] : [['Tax', money(cost.tax)] as [string, string]]),
    ['Total', money(cost.total)],
    ...giftCards.map(({lastCharacters, amountUsed}): [string, string] => [
      `Gift card •••• ${lastCharacters}`,
      `−${money(amountUsed)}`,
    ]),
  ];
}

function lineItem(line: CheckoutLine, state: PageState): HTMLElement {
  const {image, title, subtitle} = line.merchandise;
  const notes = [
    subtitle,
    ...line.attributes.map(({key, value}) => `${key}: ${value}`),
    ...line.discountAllocations.map(discountName),
  ];

  return node(
    'li',
    {},
    node('img', {src: image.url, alt: '', width: '48', height: '48'}),
    node(
      'span',
      {},
      `${title} × ${line.quantity}`,
      ...notes.map((note) => node('small', {class: 'sim-quiet'}, note)),
    ),
    node('span', {class: 'sim-amount'}, formatMoney(line.total, state)),
  );
}

function discountName(allocation: CheckoutLine['discountAllocations'][number]): string {
  return allocation.type === 'code' ? allocation.code : allocation.title;
}
