// How the API of a surface is held against published types.
import type {ApiTree, CallNode, GroupNode, SignalNode, ValueNode} from '../../harness/wire/sandbox.ts';

/** How an extension sees a tree: signals by `value`, calls as functions. */
export type View<Tree> = {readonly [Member in keyof Tree]: ViewOf<Tree[Member]>};
type ViewOf<Node> =
  Node extends SignalNode<infer T>
    ? SignalOf<T>
    : Node extends ValueNode<infer T>
      ? T
      : Node extends CallNode<infer F>
        ? F
        : Node extends GroupNode<infer Members extends ApiTree>
          ? View<Members>
          : never;
export interface SignalOf<T> {
  readonly value: T;
}

/** The names of members that fail. */
export type Failing<Ours, Theirs> = {
  [Member in keyof Ours | keyof Theirs]: Member extends keyof Ours
    ? Member extends keyof Theirs
      ? Fits<Ours[Member], Theirs[Member]> extends true
        ? never
        : Member
      : Member
    : Member;
}[keyof Ours | keyof Theirs];
type Fits<Ours, Theirs> = [Ours] extends [Deep<Theirs>] ? true : false;
/** A published type, readable only, of signals only their value, and its long lists of codes as texts. */
type Deep<T> = T extends (...args: never) => unknown
  ? T
  : T extends {readonly value: infer Value; subscribe: unknown}
    ? SignalOf<Deep<Value>>
    : T extends {readonly current: infer Value; subscribe: unknown; destroy: unknown}
      ? SignalOf<Deep<Value>>
      : T extends readonly (infer Item)[]
        ? readonly Deep<Item>[]
        : T extends object
          ? {readonly [Key in keyof T]: Deep<T[Key]>}
          : T extends Codes
            ? string
            : T;

type Codes =
  | 'USD'
  | 'US'
  | 'Europe/Paris'
  | '2023-04'
  | '2025-10'
  | 'api_access'
  | `admin.${string}`
  | `customer-account.${string}`
  | `purchase.${string}`
  | `Checkout::${string}`
  | 'TAX_CREDENTIAL_BR'
  | 'product_taxonomy_value_reference';

/** All members of a union together. */
export type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer Together,
) => void
  ? Together
  : object;

/** No member of any target fails, and both sides have the same targets. */
export type NoMember<T extends {[Target in keyof T]: never}> = T;
export type SameTargets<A extends B, B extends C, C = A> = [A, B, C];
