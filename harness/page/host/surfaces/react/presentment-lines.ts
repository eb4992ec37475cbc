import type {Image, Money, OrderLine} from '../../../../wire/order.ts';
import type {SignalNode} from '../../../../wire/sandbox.ts';
import {signal} from '../api-node.ts';
import {cartLine, type CartLine} from '../cart-line.ts';

/**
 * Returns the lines as buyers see them, until 2023-04. Each has the cart lines that it represents, here
 * always one.
 */
export function presentmentApi(lines: readonly OrderLine[]): PresentmentApi {
  return {presentmentLines: signal(lines.map(presentmentLine))};
}

/** Returns the line of a target at one line: the first one. */
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
