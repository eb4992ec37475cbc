import {Kind, doTypesOverlap, isCompositeType} from 'graphql';
import type {
  FragmentDefinitionNode,
  GraphQLCompositeType,
  InlineFragmentNode,
  ValidationContext,
} from 'graphql';
import type {PlatformRule, ValidationState} from './validation-state.ts';

/** A fragment on a type that does not exist. */
export const fragmentTypesExist: PlatformRule = (context, state) => ({
  InlineFragment: (node) => reportUnknownType(context, state, node),
  FragmentDefinition: (node) => reportUnknownType(context, state, node),
});

function reportUnknownType(
  context: ValidationContext,
  state: ValidationState,
  node: InlineFragmentNode | FragmentDefinitionNode,
): void {
  const typeName = node.typeCondition?.name.value;
  if (typeName === undefined || context.getSchema().getType(typeName) || state.isSkipped(node)) return;

  state.skip(node);
  state.report(context, {
    message: `No such type ${typeName}, so it can't be a fragment condition`,
    nodes: node,
    path: state.pathOf(node),
    extensions: {code: 'undefinedType', typeName},
  });
}

/** A fragment that is used and not defined, or defined and not used. */
export const fragmentsAreDefinedAndUsed: PlatformRule = (context, state) => {
  const used = new Set<string>();

  return {
    FragmentSpread(node) {
      const fragmentName = node.name.value;
      if (state.isSkipped(node)) return;

      used.add(fragmentName);
      if (!context.getFragment(fragmentName)) {
        state.report(context, {
          message: `Fragment ${fragmentName} was used, but not defined`,
          nodes: node,
          path: state.pathOf(node),
          extensions: {code: 'useAndDefineFragment', fragmentName},
        });
      }
    },
    Document: {
      leave({definitions}) {
        for (const node of definitions) {
          if (node.kind !== Kind.FRAGMENT_DEFINITION || used.has(node.name.value)) continue;
          const fragmentName = node.name.value;
          state.report(context, {
            message: `Fragment ${fragmentName} was defined, but not used`,
            nodes: node,
            path: state.pathOf(node),
            extensions: {code: 'useAndDefineFragment', fragmentName},
          });
        }
      },
    },
  };
};

/** A fragment that can never apply. */
export const spreadsArePossible: PlatformRule = (context, state) => ({
  InlineFragment(node) {
    const [type, parent] = [context.getType(), context.getParentType()];
    if (!isCompositeType(type) || !parent || state.isSkipped(node)) return;
    if (isPossible(context, type, parent)) return;

    state.report(context, {
      message: `Fragment on ${type.name} can't be spread inside ${parent.name}`,
      nodes: node,
      path: state.pathOf(node),
      extensions: {
        code: 'cannotSpreadFragment',
        typeName: type.name,
        fragmentName: 'unknown',
        parentName: parent.name,
      },
    });
  },
  FragmentSpread(node) {
    const fragmentName = node.name.value;
    const on = context.getFragment(fragmentName)?.typeCondition.name.value ?? '';
    const [type, parent] = [context.getSchema().getType(on), context.getParentType()];
    if (!isCompositeType(type) || !parent || state.isSkipped(node)) return;
    if (isPossible(context, type, parent)) return;

    state.report(context, {
      message: `Fragment ${fragmentName} on ${type.name} can't be spread inside ${parent.name}`,
      nodes: node,
      path: state.pathOf(node),
      extensions: {code: 'cannotSpreadFragment', typeName: type.name, fragmentName, parentName: parent.name},
    });
  },
});

function isPossible(
  context: ValidationContext,
  type: GraphQLCompositeType,
  parent: GraphQLCompositeType,
): boolean {
  return doTypesOverlap(context.getSchema(), type, parent);
}
