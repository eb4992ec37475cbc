import {Kind, getNamedType, isInputObjectType, isRequiredInputField, print} from 'graphql';
import type {
  ASTNode,
  ArgumentNode,
  GraphQLInputType,
  ObjectFieldNode,
  ObjectValueNode,
  ValidationContext,
} from 'graphql';
import {literalFault} from './literal.ts';
import type {PlatformRule, ValidationState} from './validation-state.ts';

/** The owner of an argument, as messages name it. */
interface Owner {
  readonly kind: 'Field' | 'Directive' | 'InputObject';
  readonly name: string;
  readonly node: ASTNode;
}

/** An argument, or a field of an input, that is not known. */
export const argumentsExist: PlatformRule = (context, state) => ({
  Argument(node) {
    const owner = ownerOf(state.parentOf(node));
    const isOwnerKnown = owner?.kind === 'Field' ? context.getFieldDef() : context.getDirective();
    if (owner && isOwnerKnown && !context.getArgument()) reportUnknown(context, state, node, owner);
  },
  ObjectField(node) {
    const type = getNamedType(context.getParentInputType());
    if (!isInputObjectType(type) || type.getFields()[node.name.value] !== undefined) return;

    const object = state.parentOf(node);
    reportUnknown(context, state, node, {kind: 'InputObject', name: type.name, node: object ?? node});
  },
});

function reportUnknown(
  context: ValidationContext,
  state: ValidationState,
  node: ArgumentNode | ObjectFieldNode,
  {kind, name}: Owner,
): void {
  if (state.isSkipped(node)) return;

  const argumentName = node.name.value;
  state.skip(node);
  state.report(context, {
    message: `${kind} '${name}' doesn't accept argument '${argumentName}'`,
    nodes: node,
    path: state.pathOf(node),
    extensions: {code: 'argumentNotAccepted', name, typeName: kind, argumentName},
  });
}

/** An input without a field that it needs. */
export const inputsAreWhole: PlatformRule = (context, state) => ({
  ObjectValue(node: ObjectValueNode) {
    const type = getNamedType(context.getInputType());
    if (!isInputObjectType(type) || state.isSkipped(node)) return;

    const given = new Set(node.fields.map((field) => field.name.value));
    for (const field of Object.values(type.getFields())) {
      if (!isRequiredInputField(field) || given.has(field.name)) continue;

      const [argumentName, argumentType] = [field.name, String(field.type)];
      state.report(context, {
        message: `Argument '${argumentName}' on InputObject '${type.name}' is required. Expected type ${argumentType}`,
        nodes: node,
        path: [...state.pathOf(node), argumentName],
        extensions: {
          code: 'missingRequiredInputObjectAttribute',
          argumentName,
          argumentType,
          inputObjectType: type.name,
        },
      });
    }
  },
});

/** A literal that is not of the type of its argument. A fault inside of it is reported in its place. */
export const literalsFit: PlatformRule = (context, state) => ({
  Argument: {
    leave(node) {
      const owner = ownerOf(state.parentOf(node));
      if (owner) reportLiteral(context, state, node, owner);
    },
  },
  ObjectField: {
    leave(node) {
      const type = getNamedType(context.getParentInputType());
      const object = state.parentOf(node) ?? node;
      if (isInputObjectType(type))
        reportLiteral(context, state, node, {kind: 'InputObject', name: type.name, node: object});
    },
  },
});

function reportLiteral(
  context: ValidationContext,
  state: ValidationState,
  node: ArgumentNode | ObjectFieldNode,
  owner: Owner,
): void {
  const type: GraphQLInputType | undefined | null = context.getInputType();
  const path = state.pathOf(node);
  if (!type || state.isSkipped(node) || state.hasFaultAt(path)) return;

  const fault = literalFault(node.value, type);
  if (fault === null) return;

  const argumentName = node.name.value;
  const code = 'argumentLiteralsIncompatible';
  state.report(context, {
    message:
      fault.message ??
      `Argument '${argumentName}' on ${owner.kind} '${owner.name}' has an invalid value (${print(node.value)}). Expected type '${String(type)}'.`,
    nodes: owner.node,
    path,
    extensions:
      fault.message === undefined
        ? {code, typeName: owner.kind, argumentName}
        : {code, typeName: 'CoercionError'},
  });
}

function ownerOf(node: ASTNode | undefined): Owner | null {
  if (node?.kind === Kind.FIELD) return {kind: 'Field', name: (node.alias ?? node.name).value, node};
  return node?.kind === Kind.DIRECTIVE ? {kind: 'Directive', name: node.name.value, node} : null;
}
