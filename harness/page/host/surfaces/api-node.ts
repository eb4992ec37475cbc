import type {ApiTree, CallNode, GroupNode, SignalNode, ValueNode} from '../../../wire/sandbox.ts';

export function value<T>(plain: T): ValueNode<T> {
  return {kind: 'value', value: plain};
}

export function signal<T>(current: T): SignalNode<T> {
  return {kind: 'signal', value: current};
}

export function group<M extends ApiTree>(members: M): GroupNode<M> {
  return {kind: 'group', members};
}

/** A function of the page; its type argument is how the extension sees it. */
export function call<F extends (...args: never) => unknown>(): CallNode<F> {
  return {kind: 'call'};
}
