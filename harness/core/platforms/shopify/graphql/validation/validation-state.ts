import {GraphQLError, Kind} from 'graphql';
import type {ASTNode, ASTVisitor, ValidationContext} from 'graphql';

/** A place in a query, as Shopify writes it: `['query Offer', 'products', 'first']`. */
export type QueryPath = readonly (string | number)[];

/** A rule that reports in Shopify's words. */
export type PlatformRule = (context: ValidationContext, state: ValidationState) => ASTVisitor;

/** The surroundings of a node: a node, or a list in it. The document has none. */
export type Around = ASTNode | readonly ASTNode[] | undefined;

/** A fault of a query. */
export interface Fault {
  readonly message: string;
  readonly nodes: ASTNode | readonly ASTNode[];
  readonly path: QueryPath;
  readonly extensions: Readonly<Record<string, unknown>> & {readonly code: string};
}

/** The knowledge that the rules of one validation share. */
export class ValidationState {
  readonly #paths = new WeakMap<ASTNode, QueryPath>();
  readonly #parents = new WeakMap<ASTNode, ASTNode>();
  readonly #skipped = new WeakSet<ASTNode>();
  readonly #faults: QueryPath[] = [];

  /** Remembers the place of a node, and that it is below a skipped one. The first rule calls it for each node. */
  enter(node: ASTNode, within: Around, ancestors: readonly Around[]): void {
    const parent = isNode(within) ? within : ancestors.findLast(isNode);
    const step = stepOf(node, within);
    const before = parent === undefined ? [] : this.pathOf(parent);

    this.#paths.set(node, step === undefined ? before : [...before, step]);
    if (parent === undefined) return;
    this.#parents.set(node, parent);
    if (this.#skipped.has(parent)) this.#skipped.add(node);
  }

  /** Returns the node that a node is in. */
  parentOf(node: ASTNode): ASTNode | undefined {
    return this.#parents.get(node);
  }

  pathOf(node: ASTNode): QueryPath {
    return this.#paths.get(node) ?? [];
  }

  /** Skips what is below a node. Shopify does not look into a field that does not exist. */
  skip(node: ASTNode): void {
    this.#skipped.add(node);
  }

  isSkipped(node: ASTNode): boolean {
    return this.#skipped.has(node);
  }

  /** Whether a fault was reported at this place or below it. */
  hasFaultAt(path: QueryPath): boolean {
    return this.#faults.some((fault) => path.every((step, index) => fault[index] === step));
  }

  report(context: ValidationContext, {message, nodes, path, extensions}: Fault): void {
    this.#faults.push(path);
    context.reportError(new GraphQLError(message, {nodes, path, extensions}));
  }
}

function isNode(around: Around): around is ASTNode {
  return around !== undefined && !Array.isArray(around);
}

/** Returns the step that a node adds to the path of what is in it. */
function stepOf(node: ASTNode, within: Around): string | number | undefined {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return [node.operation, ...(node.name === undefined ? [] : [node.name.value])].join(' ');
    case Kind.FRAGMENT_DEFINITION:
      return `fragment ${node.name.value}`;
    case Kind.INLINE_FRAGMENT:
      return node.typeCondition === undefined ? '...' : `... on ${node.typeCondition.name.value}`;
    case Kind.FRAGMENT_SPREAD:
      return `... ${node.name.value}`;
    case Kind.FIELD:
      return (node.alias ?? node.name).value;
    case Kind.ARGUMENT:
    case Kind.OBJECT_FIELD:
      return node.name.value;
    case Kind.OBJECT:
      return Array.isArray(within) ? within.indexOf(node) : undefined;
    default:
      return undefined;
  }
}
