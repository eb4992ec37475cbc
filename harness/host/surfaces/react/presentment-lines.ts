import type {Image, Money, OrderLine} from '../../../wire/order.ts';
import {cartLine, type CartLine} from '../customer-account/cart-line.ts';

/** Lines as buyers see them, each with the cart's own lines that it stands for: here always one. Until 2023-04. */
export function presentmentLines(lines: readonly OrderLine[]): readonly PresentmentLine[] {
  return lines.map((line) => {
    const {id, quantity, total, merchandise} = line;
    const {title, subtitle, image} = merchandise;
    return {id, quantity, cost: {totalAmount: total}, title, subtitle, image, lines: [cartLine(line)]};
  });
}

export interface PresentmentLine {
  readonly id: string;
  readonly quantity: number;
  readonly cost: {readonly totalAmount: Money};
  readonly title: string;
  readonly subtitle?: string;
  readonly image?: Image;
  readonly lines: readonly CartLine[];
}
