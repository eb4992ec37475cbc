import type {Image, Money, OrderLine} from '../../../../wire/order.ts';
import type {SignalNode} from '../../../../wire/sandbox.ts';
import {signal} from '../api-node.ts';
import {cartLine, type CartLine} from '../customer-account/account-cart-line.ts';

/** Lines as buyers see them, each with the cart's own lines that it stands for: here always one. Until 2023-04. */
export function presentmentApi(lines: readonly OrderLine[]): PresentmentApi {
  return {presentmentLines: signal(lines.map(presentmentLine))};
}

/** The first of them, at which the extension stands. */
export function presentmentTarget([line]: readonly OrderLine[]): PresentmentTargetApi {
  return {target: signal((line === undefined ? undefined : presentmentLine(line)) as PresentmentLine)};
}

function presentmentLine(line: OrderLine): PresentmentLine {
  const {id, quantity, total, merchandise} = line;
  const {title, subtitle, image} = merchandise;
  return {id, quantity, cost: {totalAmount: total}, title, subtitle, image, lines: [cartLine(line)]};
}

export type PresentmentApi = {readonly presentmentLines: SignalNode<readonly PresentmentLine[]>};

export type PresentmentTargetApi = {readonly target: SignalNode<PresentmentLine>};

interface PresentmentLine {
  readonly id: string;
  readonly quantity: number;
  readonly cost: {readonly totalAmount: Money};
  readonly title: string;
  readonly subtitle?: string;
  readonly image?: Image;
  readonly lines: readonly CartLine[];
}
