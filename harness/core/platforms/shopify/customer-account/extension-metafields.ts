import type {Metafield} from '../../../../wire/account.ts';
import {metafieldId} from '../../../world/metafield-id.ts';

const VALUE_TYPES: Readonly<Record<Metafield['metafield']['valueType'], string>> = {
  boolean: 'BOOLEAN',
  float: 'FLOAT',
  integer: 'INTEGER',
  json_string: 'JSON_STRING',
  string: 'STRING',
};

/** Resolves `uiExtensionMetafields`: all metafields that pages know, or those of the resources that are asked for. */
export function extensionMetafields(
  metafields: readonly Metafield[],
  {resourceIds}: {readonly resourceIds?: readonly string[] | null},
): readonly object[] {
  return metafields.flatMap(({target, metafield}) => {
    if (resourceIds != null && !resourceIds.includes(target.id)) return [];
    const {namespace, key, type, value, valueType} = metafield;

    const resolved = {
      __typename: 'UiExtensionMetafield',
      id: metafieldId({target, metafield}),
      ownerId: target.id,
      namespace,
      key,
      type,
      value: String(value),
      valueType: VALUE_TYPES[valueType],
      description: null,
    };

    return [resolved];
  });
}
