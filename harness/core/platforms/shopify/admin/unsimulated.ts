import {isInputObjectType, isInterfaceType, isObjectType} from 'graphql';
import type {GraphQLError, GraphQLFormattedError, GraphQLSchema} from 'graphql';
import {didYouMean} from '../../../../known-values.ts';
import {isRecord} from '../../../../records.ts';

/** The codes of errors about a name that the schema does not have. */
const UNKNOWN_NAMES = ['undefinedField', 'undefinedType', 'argumentNotAccepted', 'undefinedDirective'];

const NEXT =
  'Answer it with simulation.resolve or an MSW handler in simulation.use, or let the codegen of your app write its ' +
  'schema file (admin-<version>.schema.json), which simhost then answers.';

/**
 * Writes the errors of a query. simhost simulates a part of the Admin API, so a name that its schema lacks may be right
 * on the platform: the error says so, with its own code.
 */
export function explainUnsimulated(
  errors: readonly GraphQLError[],
  schema: GraphQLSchema,
): readonly GraphQLFormattedError[] {
  return errors.map((error) => {
    const written = error.toJSON();
    return isUnknownName(written) ? explained(written, schema) : written;
  });
}

function isUnknownName({message, extensions}: GraphQLFormattedError): boolean {
  const code = extensions?.['code'];
  if (typeof code === 'string' && UNKNOWN_NAMES.includes(code)) return true;

  const problems = extensions?.['problems'];
  const texts = Array.isArray(problems)
    ? problems.map((problem: unknown) => (isRecord(problem) ? String(problem['explanation']) : ''))
    : [message];
  return texts.some((text) => text.includes('is not defined on') || text.includes("doesn't accept argument"));
}

function explained(error: GraphQLFormattedError, schema: GraphQLSchema): GraphQLFormattedError {
  const {code, ...others} = error.extensions ?? {};
  const known = knownFields(error, schema);
  const message = `simhost does not simulate this part of the Admin API: ${error.message}. ${known}${NEXT}`;
  return {...error, message, extensions: {code: 'SIMHOST_NOT_SIMULATED', platformCode: code, ...others}};
}

function knownFields({extensions}: GraphQLFormattedError, schema: GraphQLSchema): string {
  const {typeName, fieldName} = extensions ?? {};
  const type = typeof typeName === 'string' ? schema.getType(typeName) : undefined;
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  if (!hasFields || typeof fieldName !== 'string') return '';
  return `${didYouMean(fieldName, Object.keys(type.getFields()), {label: `${type.name} has`})} `;
}
