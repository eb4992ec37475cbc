import type {CheckoutLine} from '../../../../wire/checkout.ts';
import type {PageState} from '../../../../wire/control.ts';
import {make} from '../../../elements/base/dom.ts';
import {formatMoney} from '../format.ts';
import {LineList, type ShownLine} from '../line-list.ts';
import {type Fact, factList, facts, type PagePart} from '../page-parts.ts';
import type {CheckoutViewContext} from './checkout-view-context.ts';

/** Creates the order summary. Extensions for one line are placed below the first one. */
export function summaryView(context: CheckoutViewContext): PagePart {
  const {places} = context;
  const empty = make('p', {class: 'sim-quiet'}, 'The cart is empty.');
  const lines = new LineList();
  const codes = codesPart(context);
  const cost = factList();

  return {
    root: make(
      'aside',
      {class: 'sim-summary', 'aria-label': 'Order summary'},
      make('h2', {}, 'Order summary'),
      empty,
      lines.first,
      places.make('any', 'components'),
      places.make('any', 'line'),
      places.make('thank-you', 'line'),
      lines.rest,
      places.make('any', 'lines'),
      places.make('thank-you', 'lines'),
      places.make('any', 'reductions-before'),
      ...codes.nodes,
      places.make('any', 'reductions-after'),
      cost,
    ),
    show(state) {
      const {checkout} = state;
      empty.hidden = checkout.lines.length > 0;
      lines.show(checkout.lines.map((line) => shownLine(line, state)));
      codes.show(state);

      cost.replaceChildren(...facts(totals(state)));
      for (const row of cost.children) {
        row.classList.toggle('sim-sum', row.firstElementChild?.textContent === 'Total');
      }
    },
  };
}

/** Creates the form for discount codes and gift cards, and the list of those that apply. */
function codesPart({act, showProblem}: CheckoutViewContext): {
  readonly nodes: readonly HTMLElement[];
  show(state: PageState): void;
} {
  const label = 'Discount code or gift card';
  const input = make('input', {type: 'text', 'aria-label': label, placeholder: label});
  const form = make('form', {class: 'sim-code'}, input, make('button', {class: 'sim-plain'}, 'Apply'));
  const applied = make('ul', {class: 'sim-applied', 'aria-label': 'Applied codes'});

  async function apply(): Promise<void> {
    const entered = {code: input.value};
    const discount = await act('addDiscountCode', entered);
    const isGiftCard = discount.type === 'error' && (await act('addGiftCard', entered)).type !== 'error';

    if (discount.type === 'error' && !isGiftCard) return showProblem(discount.message);
    showProblem('');
    input.value = '';
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void apply();
  });

  return {
    nodes: [form, applied],
    show({checkout}) {
      form.hidden = checkout.confirmation !== null;
      applied.hidden = checkout.confirmation !== null;

      applied.replaceChildren(
        ...checkout.discountCodes.map((code) => chip(code, () => act('removeDiscountCode', {code}))),
        ...checkout.giftCards.map(({lastCharacters: code}) =>
          chip(`•••• ${code}`, () => act('removeGiftCard', {code})),
        ),
      );
    },
  };
}

function chip(text: string, remove: () => Promise<unknown>): HTMLElement {
  const button = make('button', {class: 'sim-plain', type: 'button', 'aria-label': `Remove ${text}`}, '×');
  button.addEventListener('click', () => void remove());
  return make('li', {}, text, button);
}

function totals(state: PageState): readonly Fact[] {
  const {cost, discountAllocations, giftCards} = state.checkout;
  const money = (amount: typeof cost.total): string => formatMoney(amount, state);

  return [
    ...discountAllocations.map((each): Fact => [
      each.type === 'code' ? `Discount ${each.code}` : each.title,
      `−${money(each.discountedAmount)}`,
    ]),
    ['Subtotal', money(cost.subtotal)],
    ['Shipping', shippingCost(state)],
    ...(cost.tax === null ? [] : [['Tax', money(cost.tax)] as const]),
    ['Total', money(cost.total)],
    ...giftCards.map(({lastCharacters, amountUsed}): Fact => [
      `Gift card •••• ${lastCharacters}`,
      `−${money(amountUsed)}`,
    ]),
  ];
}

function shippingCost(state: PageState): string {
  const {shipping} = state.checkout.cost;
  if (shipping === null) return 'Calculated at the next step';
  return shipping.amount === 0 ? 'Free' : formatMoney(shipping, state);
}

function shownLine(
  {merchandise, quantity, attributes, discountAllocations, total}: CheckoutLine,
  state: PageState,
): ShownLine {
  const {image, title, subtitle} = merchandise;

  return {
    image,
    title: `${title} × ${quantity}`,
    notes: [
      subtitle,
      ...attributes.map(({key, value}) => `${key}: ${value}`),
      ...discountAllocations.map((each) => (each.type === 'code' ? each.code : each.title)),
    ],
    amount: formatMoney(total, state),
  };
}
