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

/** Creates a signal for each member of an object. */
export function signals<Plain extends object>(plain: Plain): SignalsOf<Plain> {
  const members = Object.entries(plain).map(([name, current]) => [name, signal<unknown>(current)]);
  return Object.fromEntries(members) as SignalsOf<Plain>;
}

/** Creates a plain value for each member of an object. */
export function values<Plain extends object>(plain: Plain): ValuesOf<Plain> {
  const members = Object.entries(plain).map(([name, current]) => [name, value<unknown>(current)]);
  return Object.fromEntries(members) as ValuesOf<Plain>;
}

export type SignalsOf<Plain> = {readonly [Name in keyof Plain]: SignalNode<Plain[Name]>};
export type ValuesOf<Plain> = {readonly [Name in keyof Plain]: ValueNode<Plain[Name]>};
