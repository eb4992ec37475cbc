import type {ApiTree, CallNode, GroupNode, SignalNode, ValueNode} from '../../../wire/sandbox.ts';

/** Creates a member with a plain value. */
export function value<T>(plain: T): ValueNode<T> {
  return {kind: 'value', value: plain};
}

/** Creates a member with a value that the page changes. */
export function signal<T>(current: T): SignalNode<T> {
  return {kind: 'signal', value: current};
}

/** Creates a member that holds other members. */
export function group<M extends ApiTree>(members: M): GroupNode<M> {
  return {kind: 'group', members};
}

/** Creates a member that calls the page. The type argument is its signature for the extension. */
export function call<F extends (...args: never) => unknown>(): CallNode<F> {
  return {kind: 'call'};
}
