import {parseSync} from 'vite';
import {Evaluator, UNKNOWN, isNode, type Binding, type Node, type Scope} from './evaluate.ts';

/** A request that a script sends by `fetch`, as far as the script shows it. */
export interface SentRequest {
  readonly origin: string;
  /** The path with the query. A part that the script does not show is `1`. */
  readonly path: string;
  readonly method: string;
  /** The names in lower case, with their values as far as the script shows them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The parts that are not certain. */
  readonly guessed: readonly ('path' | 'method' | 'headers')[];
}

/**
 * Finds the requests that a built script sends to a network, each once. `base` is the application URL, from which the
 * admin takes relative addresses; elsewhere they have no base.
 */
export function requestsIn(code: string, base: string | null = null): readonly SentRequest[] {
  const {program, errors} = parseSync('bundle.js', code, {sourceType: 'script'});
  if (errors.length > 0) return [];

  const found = new Map<string, SentRequest>();
  for (const {args, scopes} of fetchCalls(program as unknown as Node)) {
    const request = readRequest(args, scopes, base);
    if (request !== null) found.set(JSON.stringify(request), request);
  }

  return withoutVaguer([...found.values()]);
}

interface Call {
  readonly args: readonly Node[];
  readonly scopes: readonly Scope[];
}

/** A function that has a name. */
interface NamedFunction {
  readonly name: string;
  readonly params: readonly Node[];
  /** The number of scopes that enclose it. */
  readonly depth: number;
}

/** Every call of `fetch`; in a function with parameters once for each call of that function. */
function fetchCalls(program: Node): readonly Call[] {
  const fetches: (Call & {readonly inside: readonly NamedFunction[]})[] = [];
  const calls = new Map<string, Call[]>();

  const onCall = ({callee, args, scopes, inside}: Visited): void => {
    if (isFetch(callee)) fetches.push({args: requestArguments(args), scopes, inside});
    else if (callee.type === 'Identifier') {
      const name = String(callee['name']);
      calls.set(name, [...(calls.get(name) ?? []), {args, scopes}]);
    }
  };

  visit(program, {scopes: [], inside: []}, {onCall, assigned: assignedNames(program)});

  return fetches.flatMap(({args, scopes, inside}) => {
    const wrapper = inside.findLast(({name, params}) => params.length > 0 && calls.has(name));
    const from = wrapper === undefined ? [] : (calls.get(wrapper.name) ?? []);
    if (wrapper === undefined || from.length === 0) return [{args, scopes}];
    return from.map((call) => ({args, scopes: withArguments(scopes, wrapper, call)}));
  });
}

/** The scopes of a `fetch` as they are during one call of the function around it. */
function withArguments(
  scopes: readonly Scope[],
  {params, depth}: NamedFunction,
  call: Call,
): readonly Scope[] {
  const bound = new Map<string, Binding>();
  for (const [index, param] of params.entries()) {
    const node = call.args[index];
    const target = param.type === 'AssignmentPattern' ? (param['left'] as Node) : param;
    const given = node ?? (param.type === 'AssignmentPattern' ? (param['right'] as Node) : undefined);
    if (target.type === 'Identifier')
      bound.set(String(target['name']), {node: given ?? null, scopes: call.scopes});
  }

  return scopes.map((scope, index) => (index === depth ? new Map([...scope, ...bound]) : scope));
}

/** `fetch(new Request(url, init))` is `fetch(url, init)`. */
function requestArguments(args: readonly Node[]): readonly Node[] {
  const [first] = args;
  if (first?.type !== 'NewExpression' || (first['callee'] as Node)['name'] !== 'Request') return args;
  return first['arguments'] as readonly Node[];
}

function isFetch(callee: Node): boolean {
  if (callee.type === 'Identifier') return callee['name'] === 'fetch';
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return false;
  const [object, property] = [callee['object'] as Node, callee['property'] as Node];
  return property['name'] === 'fetch' && ['globalThis', 'self', 'window'].includes(String(object['name']));
}

interface Visited {
  readonly callee: Node;
  readonly args: readonly Node[];
  readonly scopes: readonly Scope[];
  readonly inside: readonly NamedFunction[];
}

/** The scopes and functions around a node. */
type Place = Pick<Visited, 'scopes' | 'inside'>;

interface Visitor {
  readonly onCall: (visited: Visited) => void;
  /** The variables that get another value later. */
  readonly assigned: ReadonlySet<string>;
}

function visit(node: Node, place: Place, visitor: Visitor, name?: string): void {
  const here = placeInside(node, place, visitor, name);
  if (node.type === 'CallExpression') {
    visitor.onCall({callee: node['callee'] as Node, args: node['arguments'] as readonly Node[], ...here});
  }

  const declared = node.type === 'VariableDeclarator' ? nameOf(node['id']) : undefined;
  for (const child of childrenOf(node)) visit(child, here, visitor, isFunction(child) ? declared : undefined);
}

function placeInside(
  node: Node,
  {scopes, inside}: Place,
  {assigned}: Visitor,
  name: string | undefined,
): Place {
  if (isFunction(node)) {
    const params = node['params'] as readonly Node[];
    const ownName = name ?? nameOf(node['id']);
    const named = ownName === undefined ? [] : [{name: ownName, params, depth: scopes.length}];
    return {scopes: [...scopes, paramScope(params)], inside: [...inside, ...named]};
  }

  if (node.type !== 'Program' && node.type !== 'BlockStatement') return {scopes, inside};

  const scope = new Map<string, Binding>();
  const within = [...scopes, scope];

  for (const [declared, init] of declarations(node['body'] as readonly Node[])) {
    scope.set(declared, {node: assigned.has(declared) ? null : init, scopes: within});
  }

  return {scopes: within, inside};
}

function assignedNames(node: Node, found = new Set<string>()): ReadonlySet<string> {
  const name = node.type === 'AssignmentExpression' ? nameOf(node['left']) : undefined;
  if (name !== undefined) found.add(name);
  for (const child of childrenOf(node)) assignedNames(child, found);
  return found;
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isFunction({type}: Node): boolean {
  return (
    type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'
  );
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : undefined;
}

function paramScope(params: readonly Node[]): Scope {
  const names = params.flatMap(
    (param) => nameOf(param.type === 'AssignmentPattern' ? param['left'] : param) ?? [],
  );
  return new Map(names.map((name) => [name, {node: null, scopes: []}]));
}

/** The variables of a block. A name that is declared twice may have any value. */
function declarations(body: readonly Node[]): readonly (readonly [string, Node | null])[] {
  const found = new Map<string, Node | null>();
  for (const statement of body) {
    if (statement.type !== 'VariableDeclaration') continue;
    for (const declarator of statement['declarations'] as readonly Node[]) {
      const name = nameOf(declarator['id']);
      if (name === undefined) continue;
      const init = isNode(declarator['init']) && !found.has(name) ? declarator['init'] : null;
      found.set(name, init);
    }
  }

  return [...found];
}

function readRequest(
  [url, init]: readonly Node[],
  scopes: readonly Scope[],
  base: string | null,
): SentRequest | null {
  if (url === undefined) return null;
  const evaluator = new Evaluator();
  const {text: written, isCertain} = evaluator.text(url, scopes);
  const text = base !== null && /^\/(?!\/)/.test(written) ? `${new URL(base).origin}${written}` : written;
  // The host must be known. The rest may be a guess.
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return null;

  const {origin, pathname, search, host} = new URL(text);
  if (host.includes(UNKNOWN)) return null;

  const {method, headers, guessed} = readInit(evaluator, init, scopes);
  return {
    origin,
    path: `${pathname}${search}`.replaceAll(UNKNOWN, '1'),
    method,
    headers,
    guessed: [...(isCertain ? [] : ['path' as const]), ...guessed],
  };
}

function readInit(
  evaluator: Evaluator,
  init: Node | undefined,
  scopes: readonly Scope[],
): Pick<SentRequest, 'method' | 'headers' | 'guessed'> {
  if (init === undefined) return {method: 'GET', headers: {}, guessed: []};
  const {members, isCertain} = evaluator.members(init, scopes);
  const method = members.get('method');
  const given = members.get('headers');
  const read = method === undefined ? {text: 'GET', isCertain} : evaluator.text(method.node, method.scopes);
  const headers =
    given === undefined ? {members: new Map(), isCertain} : evaluator.members(given.node, given.scopes);

  const named = [...headers.members].map(([name, {node, scopes: around}]): [string, string] => [
    name.toLowerCase(),
    evaluator.text(node, around).text.replaceAll(UNKNOWN, '1'),
  ]);

  return {
    method: read.isCertain ? read.text.toUpperCase() : 'GET',
    headers: Object.fromEntries(named),
    guessed: [
      ...(read.isCertain ? [] : ['method' as const]),
      ...(headers.isCertain ? [] : ['headers' as const]),
    ],
  };
}

/** Removes the guesses about requests that another place shows. */
function withoutVaguer(requests: readonly SentRequest[]): readonly SentRequest[] {
  const certain = requests.filter(({guessed}) => guessed.length === 0);
  return requests.filter(
    (request) =>
      request.guessed.length === 0 ||
      !certain.some(
        ({origin, path, method}) =>
          origin === request.origin && path === request.path && method === request.method,
      ),
  );
}
