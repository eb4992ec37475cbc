import type {CommandDescription, HelpSection, OptionSpec, OptionSpecs} from './command.ts';

const WIDTH = 110;

/** Writes the help of a command. */
export function helpOf({
  name,
  usage,
  summary,
  before = [],
  options,
  after = [],
  notes,
}: CommandDescription): string {
  const [first = name, ...others] = usage;
  const sections = [...before, ...optionSections(options), ...after];

  return [
    [`Usage: simhost ${first}`, ...others.map((form) => `       simhost ${form}`)].join('\n'),
    wrapped(summary, 0),
    ...sections.map(writeSection),
    ...(notes === undefined ? [] : [wrapped(notes, 0)]),
  ].join('\n\n');
}

/** Writes the options of a command as a Markdown table, with columns of equal width. */
export function optionTable(options: OptionSpecs): string {
  const rows = Object.entries(options).map(([name, spec]) => [
    `\`${optionHead(name, spec)}\``,
    optionText(spec),
  ]);
  const cells = [['option', 'what it does'], ...rows].map((row) =>
    row.map((cell) => cell.replaceAll('|', String.raw`\|`)),
  );

  const [first = 0, second = 0] = [0, 1].map((column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const [head = '', ...body] = cells.map(
    ([option = '', text = '']) => `| ${option.padEnd(first)} | ${text.padEnd(second)} |`,
  );

  return [head, `| ${'-'.repeat(first)} | ${'-'.repeat(second)} |`, ...body].join('\n');
}

function optionSections(options: OptionSpecs): readonly HelpSection[] {
  const groups = new Map<string, (readonly [string, string])[]>();
  for (const [name, spec] of Object.entries(options)) {
    const title = spec.group ?? 'options';
    const text = optionText(spec).replaceAll('`', '');
    groups.set(title, [...(groups.get(title) ?? []), [optionHead(name, spec), text]]);
  }

  return [...groups].map(([title, rows]) => ({title, rows}));
}

function optionHead(name: string, {value}: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function optionText({help, multiple}: OptionSpec): string {
  return multiple === true ? `${help}; repeatable` : help;
}

function writeSection({title, rows}: HelpSection): string {
  const column = Math.max(...rows.map(([name]) => name.length)) + 4;
  const lines = rows.map(([name, text]) => `  ${name}`.padEnd(column) + wrapped(text, column));
  return [title, ...lines].join('\n');
}

/** Breaks a string into lines. All but the first are indented. */
function wrapped(text: string, indent: number): string {
  return text
    .split('\n')
    .map((paragraph) => wrapParagraph(paragraph, WIDTH - indent).join(`\n${' '.repeat(indent)}`))
    .join('\n');
}

function wrapParagraph(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }

  return lines;
}
