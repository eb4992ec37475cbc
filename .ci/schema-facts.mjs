// Describes GraphQL schemas of several versions as facts, one line each, with the versions in which it is true.

/** The keywords of the kinds of types. */
const KEYWORDS = {
  SCALAR: 'scalar',
  OBJECT: 'type',
  INTERFACE: 'interface',
  UNION: 'union',
  ENUM: 'enum',
  INPUT_OBJECT: 'input',
};

/** Directives that every schema has. */
const OF_SPECIFICATION = ['deprecated', 'include', 'oneOf', 'skip', 'specifiedBy'];

/**
 * Describes schemas of several versions as facts: one block for each type, one line for each member. `since` and
 * `until` are the first and the last version of a type that not all versions have, or of a member that not all versions
 * of its type have.
 *
 * @param {readonly object[]} schemas introspected schemas, oldest first
 * @param {readonly string[]} versions their versions
 * @returns {Map<string, string>} the block of each type, by name
 */
export function factsOf(schemas, versions) {
  const types = new Map();
  const add = (type, line, index) => {
    const lines = types.get(type) ?? types.set(type, new Map()).get(type);
    lines.set(line, [...(lines.get(line) ?? []), index]);
  };

  schemas.forEach((schema, index) => {
    for (const type of schema.types) {
      if (type.name.startsWith('__')) continue;
      for (const line of linesOf(type)) add(type.name, line, index);
    }

    for (const directive of schema.directives.filter(({name}) => !OF_SPECIFICATION.includes(name))) {
      add(`@${directive.name}`, `directive ${directive.name}`, index);
      add(`@${directive.name}`, `  on ${directive.locations.toSorted(byText).join(' ')}`, index);
      add(`@${directive.name}`, `  args${argumentsOf(directive.args)}`, index);
    }
  });

  const names = [...types.keys()].toSorted(byText);
  return new Map(names.map((name) => [name, blockOf(types.get(name), versions)]));
}

/** Writes the lines of one type, the values of an enum that are in all versions in one line. */
function blockOf(lines, versions) {
  const all = [...lines].map(([line, indexes]) => ({line, range: rangeOf(line, indexes, versions)}));
  const [{line: first, range}, ...members] = all;
  const constant = members.filter((member) => isValue(member.line) && member.range === range);
  const values = constant.map(({line}) => line.trim().slice(2)).toSorted(byText);

  return [
    `${first}${range}`,
    ...wrap(values).map((line) => `  = ${line}`),
    ...members
      .filter((member) => !constant.includes(member))
      .map((member) => (member.range === range ? member.line : `${member.line}${member.range}`))
      .toSorted(byText),
  ].join('\n');
}

function isValue(line) {
  return line.startsWith('  = ') && !line.includes(' deprecated');
}

function wrap(values) {
  const lines = [''];
  for (const value of values) {
    const line = `${lines.at(-1)} ${value}`.trim();
    if (line.length > 100) lines.push(value);
    else lines[lines.length - 1] = line;
  }

  return lines.filter((line) => line !== '');
}

/** The range of versions, empty for all of them. */
function rangeOf(line, indexes, versions) {
  const [first, last] = [indexes[0], indexes.at(-1)];
  if (last - first + 1 !== indexes.length) throw new Error(`"${line.trim()}" is gone in a version between.`);

  const since = first === 0 ? '' : ` since ${versions[first]}`;
  return last === versions.length - 1 ? since : `${since} until ${versions[last]}`;
}

/** The first line of a type, and one for each member. */
function linesOf({kind, name, interfaces, possibleTypes, enumValues, fields, inputFields}) {
  return [
    `${KEYWORDS[kind]} ${name}`,
    ...(interfaces ?? []).map((each) => `  & ${each.name}`),
    ...(kind === 'UNION' ? possibleTypes.map((each) => `  | ${each.name}`) : []),
    ...(enumValues ?? []).map((value) => `  = ${value.name}${deprecation(value)}`),
    ...(fields ?? []).map(
      (field) => `  ${field.name}${argumentsOf(field.args)}: ${typeOf(field.type)}${deprecation(field)}`,
    ),
    ...(inputFields ?? []).map((field) => `  ${inputOf(field)}`),
  ];
}

function deprecation({isDeprecated}) {
  return isDeprecated ? ' deprecated' : '';
}

function argumentsOf(args) {
  const inputs = args.map(inputOf);
  if (inputs.some((input) => input.includes(';'))) throw new Error(`A semicolon is in ${inputs.join(', ')}.`);
  return inputs.length === 0 ? '' : `(${inputs.join('; ')})`;
}

function inputOf({name, type, defaultValue}) {
  return `${name}: ${typeOf(type)}${defaultValue == null ? '' : ` = ${defaultValue}`}`;
}

function typeOf({kind, name, ofType}) {
  if (kind === 'NON_NULL') return `${typeOf(ofType)}!`;
  return kind === 'LIST' ? `[${typeOf(ofType)}]` : name;
}

/**
 * Distributes the blocks over files.
 *
 * @param {ReadonlyMap<string, string>} facts
 * @param {readonly string[]} firsts the first name of each file
 * @returns {Map<string, string[]>} the blocks by the name of the file
 */
export function splitFacts(facts, firsts) {
  const parts = new Map();

  for (const [type, block] of facts) {
    const first = firsts.findLast((name) => name <= type) ?? firsts[0];
    const file = `from-${first.replaceAll(/(?<=.)[A-Z]/g, '-$&').toLowerCase()}`;
    parts.set(file, [...(parts.get(file) ?? []), block]);
  }

  return parts;
}

function byText(a, b) {
  return a < b ? -1 : 1;
}
