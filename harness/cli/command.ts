/** An option of a command. The parser, the help and the tables in `docs/` read it here. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** Whether the option may be given several times. */
  readonly multiple?: boolean;
  readonly default?: string | boolean | string[];
  /** The value as the help shows it, for example `<url>`. */
  readonly value?: string;
  /** The effect of the option, in Markdown. The help leaves the backquotes out. */
  readonly help: string;
  /** The heading of the option in the help. Default: `options`. */
  readonly group?: string;
}

/** The options of a command by name, without dashes. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** A list in the help of a command, for example its kinds or its routes. */
export interface HelpSection {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, text: string])[];
}

/** The description of a command, for its help and its documentation. */
export interface CommandDescription {
  /** The name that is typed after `simhost`. */
  readonly name: string;
  /** The forms of the command, as typed after `simhost`. */
  readonly usage: readonly string[];
  readonly summary: string;
  readonly options: OptionSpecs;
  /** The lists before the options. */
  readonly before?: readonly HelpSection[];
  /** The lists after the options. */
  readonly after?: readonly HelpSection[];
  readonly notes?: string;
}

/** A command of the command line, as its module exports it. */
export interface Command {
  readonly DESCRIPTION: CommandDescription;
  run(args: readonly string[]): Promise<void>;
}
