import {Kind, getNamedType, isEnumType, isLeafType, isRequiredArgument, isUnionType} from 'graphql';
import type {
  ASTVisitor,
  DirectiveNode,
  FieldNode,
  GraphQLArgument,
  SelectionNode,
  ValidationContext,
} from 'graphql';
import type {PlatformRule, ValidationState} from './validation-state.ts';

/** A field that its type does not have, and a field of a union, which has none. */
export const fieldsExist: PlatformRule = (context, state) => ({
  Field(node) {
    const type = context.getParentType();
    if (!type || context.getFieldDef() || state.isSkipped(node)) return;

    state.skip(node);
    if (isUnionType(type)) {
      const selections = state.parentOf(node);
      state.report(context, {
        message: `Selections can't be made directly on unions (see selections on ${type.name})`,
        nodes: (selections && state.parentOf(selections)) ?? node,
        path: state.pathOf(node),
        extensions: {code: 'selectionMismatch', nodeName: type.name},
      });
      return;
    }

    const fieldName = node.name.value;
    state.report(context, {
      message: `Field '${fieldName}' doesn't exist on type '${type.name}'`,
      nodes: node,
      path: state.pathOf(node),
      extensions: {code: 'undefinedField', typeName: type.name, fieldName},
    });
  },
});

/** An object without selections, and a scalar or an enum with some. */
export const selectionsFit: PlatformRule = (context, state) => ({
  Field(node) {
    const type = getNamedType(context.getType());
    if (!type || state.isSkipped(node)) return;

    const name = node.name.value;
    const selections = node.selectionSet?.selections ?? [];
    const isWrong = isLeafType(type) ? selections.length > 0 : selections.length === 0;
    if (!isWrong) return;

    const kind = isEnumType(type) ? 'enums' : 'scalars';
    const message = isLeafType(type)
      ? `Selections can't be made on ${kind} (field '${name}' returns ${type.name} but has selections [${selections.map(written).join(', ')}])`
      : `Field must have selections (field '${name}' returns ${type.name} but has no selections. Did you mean '${name} { ... }'?)`;

    state.skip(node);
    state.report(context, {
      message,
      nodes: node,
      path: state.pathOf(node),
      extensions: {code: 'selectionMismatch', nodeName: `field '${name}'`, typeName: type.name},
    });
  },
});

/** A field or a directive without an argument that it needs. */
export const requiredArgumentsAreThere: PlatformRule = (context, state): ASTVisitor => ({
  Field(node) {
    const args = context.getFieldDef()?.args;
    if (args && !state.isSkipped(node)) reportMissing(context, state, node, args);
  },
  Directive(node) {
    const args = context.getDirective()?.args;
    if (args && !state.isSkipped(node)) reportMissing(context, state, node, args);
  },
});

function reportMissing(
  context: ValidationContext,
  state: ValidationState,
  node: FieldNode | DirectiveNode,
  args: readonly GraphQLArgument[],
): void {
  const given = new Set(node.arguments?.map((argument) => argument.name.value));
  const missing = args.filter((argument) => isRequiredArgument(argument) && !given.has(argument.name));
  if (missing.length === 0) return;

  const name = node.name.value;
  const names = missing.map((argument) => argument.name).join(', ');
  state.report(context, {
    message: `${node.kind} '${name}' is missing required arguments: ${names}`,
    nodes: node,
    path: state.pathOf(node),
    extensions: {code: 'missingRequiredArguments', className: node.kind, name, arguments: names},
  });
}

function written(selection: SelectionNode): string {
  if (selection.kind !== Kind.INLINE_FRAGMENT) return `"${selection.name.value}"`;
  return `"... on ${selection.typeCondition?.name.value ?? ''} { ... }"`;
}
