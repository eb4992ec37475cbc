import {
  ExecutableDefinitionsRule,
  FragmentsOnCompositeTypesRule,
  NoFragmentCyclesRule,
  UniqueArgumentNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueFragmentNamesRule,
  UniqueInputFieldNamesRule,
  UniqueVariableNamesRule,
  validate,
} from 'graphql';
import type {ASTVisitor, DocumentNode, GraphQLError, GraphQLSchema, ValidationRule} from 'graphql';
import {argumentsExist, inputsAreWhole, literalsFit} from './argument-rules.ts';
import {fieldsExist, requiredArgumentsAreThere, selectionsFit} from './field-rules.ts';
import {fragmentTypesExist, fragmentsAreDefinedAndUsed, spreadsArePossible} from './fragment-rules.ts';
import {directivesExist, fieldsCanBeMerged, operationNamesAreUnique} from './other-rules.ts';
import {ValidationState} from './validation-state.ts';
import type {PlatformRule} from './validation-state.ts';
import {variableTypesExist, variableTypesFit, variablesAreDeclaredAndUsed} from './variable-rules.ts';

/** The rules in the order of Shopify's server, which is written with graphql-ruby. */
const PLATFORM_RULES: readonly PlatformRule[] = [
  directivesExist,
  fragmentTypesExist,
  fragmentsAreDefinedAndUsed,
  spreadsArePossible,
  fieldsExist,
  fieldsCanBeMerged,
  selectionsFit,
  argumentsExist,
  requiredArgumentsAreThere,
  inputsAreWhole,
  literalsFit,
  variableTypesExist,
  operationNamesAreUnique,
  variablesAreDeclaredAndUsed,
  variableTypesFit,
];

/** Rules for faults that are rare. Their messages are those of graphql-js. */
const OTHER_RULES: readonly ValidationRule[] = [
  ExecutableDefinitionsRule,
  FragmentsOnCompositeTypesRule,
  NoFragmentCyclesRule,
  UniqueArgumentNamesRule,
  UniqueDirectivesPerLocationRule,
  UniqueFragmentNamesRule,
  UniqueInputFieldNamesRule,
  UniqueVariableNamesRule,
];

/**
 * Lists the faults of a query in Shopify's words, each with `path` and `extensions.code`.
 *
 * @see https://github.com/rmosolgo/graphql-ruby/tree/master/lib/graphql/static_validation/rules
 */
export function validateQuery(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const state = new ValidationState();
  const rememberPlaces = (): ASTVisitor => ({
    enter: (node, _key, parent, _path, ancestors) => state.enter(node, parent, ancestors),
  });

  const rules = PLATFORM_RULES.map(
    (rule): ValidationRule =>
      (context) =>
        rule(context, state),
  );
  return validate(schema, document, [rememberPlaces, ...rules, ...OTHER_RULES]);
}
