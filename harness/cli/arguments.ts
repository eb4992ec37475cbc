import {parseArgs} from 'node:util';
import type {ParseArgsConfig} from 'node:util';
import {SimhostError} from '../errors.ts';
import {didYouMean} from '../known-values.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Accepted<Given extends Options> {
  /** The name of the command, as it is typed after `simhost`. */
  readonly command: string;
  readonly options: Given;
  /** Accepts arguments without a leading dash. Default `false`. */
  readonly allowPositionals?: boolean;
}

type Parsed<Given extends Options> = ReturnType<
  typeof parseArgs<{args: string[]; allowPositionals: true; options: Given}>
>;

/**
 * Reads the arguments of a command.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION` with the nearest option, `ERR_BAD_OPTION` for a missing or unwanted value,
 * `ERR_USAGE` for an argument that the command does not take
 */
export function readArguments<const Given extends Options>(
  args: readonly string[],
  accepted: Accepted<Given>,
): Parsed<Given> {
  const {options} = accepted;
  // Node's own messages are cut and do not name the nearest option, so each argument is checked here first.
  const {tokens, positionals} = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  for (const token of tokens) {
    if (token.kind === 'option') refuseBadOption(token, accepted);
  }

  if (accepted.allowPositionals !== true && positionals.length > 0) {
    throw new SimhostError('ERR_USAGE', `Unexpected argument: ${positionals.join(' ')}.`, {
      next: `simhost ${accepted.command} takes options only: ${optionList(options).join(', ')}.`,
    });
  }

  return parseArgs({args: [...args], options, allowPositionals: true});
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function refuseBadOption(
  {name, rawName, value, inlineValue}: OptionToken,
  {command, options}: Accepted<Options>,
): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined || !rawName.startsWith('--')) throw unknownOption(rawName, {command, options});

  if (option.type === 'boolean' && value !== undefined) {
    throw new SimhostError('ERR_BAD_OPTION', `${rawName} takes no value.`, {next: `Write ${rawName} alone.`});
  }

  // In `--port --json` the value of --port was forgotten.
  const isForgotten = value === undefined || (inlineValue !== true && /^-./.test(value));
  if (option.type === 'string' && isForgotten) {
    throw new SimhostError('ERR_BAD_OPTION', `${rawName} has no value.`, {
      next:
        `Write ${rawName} <value>, or ${rawName}=<value> if the value starts with a dash. simhost ` +
        `${command} --help lists all options.`,
    });
  }
}

function unknownOption(rawName: string, {command, options}: Accepted<Options>): SimhostError {
  return new SimhostError('ERR_UNKNOWN_OPTION', `simhost ${command} has no option ${rawName}.`, {
    next: didYouMean(rawName, optionList(options)),
  });
}

function optionList(options: Options): readonly string[] {
  return [...Object.keys(options), 'help'].map((name) => `--${name}`);
}
