/** A node of a syntax tree (ESTree). */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A variable, with the scopes that its value is written in. `null` is a value that the script does not show. */
export interface Binding {
  readonly node: Node | null;
  readonly scopes: readonly Scope[];
}

/** The variables of a block or function. */
export type Scope = ReadonlyMap<string, Binding>;

/** A placeholder for a part that the script does not show. It is valid in a path and in a host. */
export const UNKNOWN = 'simhost-unknown-part';

/** A string that a script computes. */
export interface Evaluated {
  readonly text: string;
  /** `true` if the string is the same whenever the script runs. */
  readonly isCertain: boolean;
}

/** Evaluates strings and object literals of a script without running it: constants, templates, sums and `new URL`. */
export class Evaluator {
  /** Computes the string of an expression. */
  text(node: Node, scopes: readonly Scope[], depth = 0): Evaluated {
    if (depth > MOST_STEPS) return NOTHING;
    const go = (inner: unknown): Evaluated => (isNode(inner) ? this.text(inner, scopes, depth + 1) : NOTHING);

    if (node.type === 'Literal') return {text: String(node['value']), isCertain: true};
    if (node.type === 'TemplateLiteral') return this.#template(node, go);
    if (node.type === 'BinaryExpression' && node['operator'] === '+')
      return joined([go(node['left']), go(node['right'])]);
    if (node.type === 'ParenthesizedExpression') return go(node['expression']);
    if (node.type === 'LogicalExpression') {
      const left = go(node['left']);
      return left.isCertain ? left : {...go(node['right']), isCertain: false};
    }

    if (node.type === 'NewExpression') return this.#url(node, go);
    if (node.type === 'CallExpression') return this.#call(node, go);
    if (node.type === 'MemberExpression' && nameOf(node['property']) === 'href') return go(node['object']);

    const found = this.#follow(node, scopes, depth);
    return found === null || found.node === null || found.node === node
      ? NOTHING
      : this.text(found.node, found.scopes, depth + 1);
  }

  /** The members of an object, of `new Headers(object)`, or of what a variable holds. */
  members(
    node: Node,
    scopes: readonly Scope[],
    depth = 0,
  ): {
    readonly members: ReadonlyMap<string, {node: Node; scopes: readonly Scope[]}>;
    readonly isCertain: boolean;
  } {
    const nothing = {members: new Map(), isCertain: false};
    if (depth > MOST_STEPS) return nothing;
    if (node.type === 'ParenthesizedExpression')
      return this.members(node['expression'] as Node, scopes, depth + 1);

    if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Headers') {
      const [first] = node['arguments'] as readonly Node[];
      return first === undefined
        ? {members: new Map(), isCertain: true}
        : this.members(first, scopes, depth + 1);
    }

    if (node.type !== 'ObjectExpression') {
      const found = this.#follow(node, scopes, depth);
      // A variable may be changed before it is used, for example by headers.set().
      if (found?.node == null) return nothing;
      return {...this.members(found.node, found.scopes, depth + 1), isCertain: false};
    }

    const members = new Map<string, {node: Node; scopes: readonly Scope[]}>();
    let isCertain = true;

    for (const property of node['properties'] as readonly Node[]) {
      if (property.type === 'SpreadElement') {
        const spread = this.members(property['argument'] as Node, scopes, depth + 1);
        for (const [name, value] of spread.members) members.set(name, value);
        isCertain &&= spread.isCertain;
        continue;
      }
      const name = keyOf(property);
      if (name === undefined) isCertain = false;
      else members.set(name, {node: property['value'] as Node, scopes});
    }

    return {members, isCertain};
  }

  #template(node: Node, go: (inner: unknown) => Evaluated): Evaluated {
    const quasis = node['quasis'] as readonly {readonly value: {readonly cooked: string}}[];
    const expressions = node['expressions'] as readonly Node[];
    return joined(
      quasis.flatMap(({value: {cooked}}, index) => [
        {text: cooked, isCertain: true},
        ...(expressions[index] === undefined ? [] : [go(expressions[index])]),
      ]),
    );
  }

  #url(node: Node, go: (inner: unknown) => Evaluated): Evaluated {
    if (nameOf(node['callee']) !== 'URL') return NOTHING;
    const [path, base] = (node['arguments'] as readonly Node[]).map(go);
    if (path === undefined || !URL.canParse(path.text, base?.text)) return NOTHING;

    return {
      text: new URL(path.text, base?.text).href,
      isCertain: path.isCertain && base?.isCertain !== false,
    };
  }

  #call(node: Node, go: (inner: unknown) => Evaluated): Evaluated {
    const callee = node['callee'] as Node;
    const [first] = node['arguments'] as readonly Node[];
    if (callee.type === 'Identifier' && callee['name'] === 'String') return go(first);

    const isSame =
      callee.type === 'MemberExpression' &&
      ['toString', 'toUpperCase', 'trim'].includes(nameOf(callee['property']) ?? '');

    return isSame ? go(callee['object']) : NOTHING;
  }

  /** The value of a variable, or of a member of an object literal. */
  #follow(node: Node, scopes: readonly Scope[], depth: number): Binding | null {
    if (node.type === 'Identifier') {
      const name = String(node['name']);
      return scopes.findLast((scope) => scope.has(name))?.get(name) ?? null;
    }

    const property =
      node.type === 'MemberExpression' && node['computed'] !== true ? nameOf(node['property']) : undefined;
    if (property === undefined || depth > MOST_STEPS) return null;
    return this.members(node['object'] as Node, scopes, depth + 1).members.get(property) ?? null;
  }
}

const MOST_STEPS = 20;
const NOTHING: Evaluated = {text: UNKNOWN, isCertain: false};

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function joined(parts: readonly Evaluated[]): Evaluated {
  return {text: parts.map(({text}) => text).join(''), isCertain: parts.every(({isCertain}) => isCertain)};
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : undefined;
}

function keyOf(property: Node): string | undefined {
  const key = property['key'] as Node;
  if (property['computed'] === true) return key.type === 'Literal' ? String(key['value']) : undefined;
  return key.type === 'Literal' ? String(key['value']) : nameOf(key);
}
