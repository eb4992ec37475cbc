import type {GraphQLResolveInfo} from 'graphql';
import {hasEnumValue} from '../graphql/enum-value.ts';
import {UserError} from '../graphql/user-error.ts';

/** The most characters of a name, or of a line of an address. */
const LONGEST = 255;

/** The codes of texts that a field may not have, with the form of these texts. */
const FORBIDDEN = [
  {code: 'CONTAINS_HTML_TAGS', pattern: /<\/?[a-z][^>]*>/i, words: 'HTML tags'},
  {code: 'CONTAINS_URL', pattern: /\bhttps?:\/\/|\bwww\./i, words: 'a URL'},
] as const;

/** The answered version, and the enum of its codes. Versions until 2025-01 know `INVALID` alone. */
export interface TextRules {
  readonly info: GraphQLResolveInfo;
  readonly codes: 'UserErrorsCustomerUserErrorsCode' | 'UserErrorsCustomerAddressUserErrorsCode';
  /** The argument that has the texts. */
  readonly argument: string;
}

/**
 * Refuses texts that are too long, or contain HTML tags. A customer's name contains no URL either: the enum of
 * addresses has no code for that.
 *
 * @throws {UserError} for the first of them
 */
export function refuseTexts(
  input: Readonly<Partial<Record<string, string | null>>>,
  {info, codes, argument}: TextRules,
): void {
  for (const [name, value] of Object.entries(input)) {
    if (value == null) continue;
    const field = [argument, name];
    if (value.length > LONGEST)
      throw new UserError('TOO_LONG', `${name} is too long (maximum is ${LONGEST} characters)`, field);

    const broken = FORBIDDEN.find(
      ({code, pattern}) => pattern.test(value) && (code !== 'CONTAINS_URL' || codes === NAMES),
    );
    if (broken === undefined) continue;

    const code = hasEnumValue(info, codes, broken.code) ? broken.code : 'INVALID';
    throw new UserError(code, `${name} cannot contain ${broken.words}`, field);
  }
}

/** The codes of names. */
const NAMES = 'UserErrorsCustomerUserErrorsCode';
