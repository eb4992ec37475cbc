import {isRecord} from '../../records.ts';
import type {SettingsMetafield} from '../../wire/admin-subject.ts';
import {namespaceOf} from '../platforms/shopify/admin/metafields/namespace.ts';
import {metafieldId} from '../world/metafield-id.ts';
import {fitsType, metafieldValue} from '../world/metafield-value.ts';
import type {ShopMetafield} from '../world/shop-metafield.ts';
import type {ShopRecords} from '../world/shop-records.ts';

/** The result of a change, as the extension gets it. */
export type MetafieldChangeResult =
  | {readonly type: 'success'}
  | {readonly type: 'error'; readonly message: string};

type Owner = ShopMetafield['target'];
type Records = Pick<ShopRecords, 'otherMetafields'>;

/** Sets or removes a metafield of an owner, by `applyMetafieldChange` of an extension. Takes lists of changes too. */
export function applyMetafieldChange(change: unknown, owner: Owner, records: Records): MetafieldChangeResult {
  if (Array.isArray(change)) {
    const results = (change as readonly unknown[]).map((each) => applyMetafieldChange(each, owner, records));
    return results.find(({type}) => type === 'error') ?? {type: 'success'};
  }

  const {type, key, namespace, value, valueType} = isRecord(change) ? change : {};
  if (typeof key !== 'string' || key === '') return failure('The change has no key.');
  if (namespace !== undefined && typeof namespace !== 'string')
    return failure('The namespace is not a string.');

  const name = {namespace: namespaceOf(namespace), key};
  if (type === 'removeMetafield') return replace(name, owner, records, null);
  if (type !== 'updateMetafield') return failure(`The type ${JSON.stringify(type)} is unknown.`);
  if (typeof value !== 'string' && typeof value !== 'number')
    return failure('The value is not a string or a number.');

  const known = metafieldsOf(owner, records).find((each) => isNamed(each, name))?.metafield.type;
  const kind = typeof valueType === 'string' ? valueType : (known ?? 'single_line_text_field');
  if (!fitsType(kind, String(value))) return failure(`The value does not fit the type ${kind}.`);
  return replace(name, owner, records, {...metafieldValue(kind, String(value)), type: kind});
}

/** Lists the metafields of an owner, as the extension gets them. */
export function shownMetafields(owner: Owner, records: Records): readonly SettingsMetafield[] {
  return metafieldsOf(owner, records).map((each) => ({
    id: metafieldId(each),
    namespace: each.metafield.namespace,
    key: each.metafield.key,
    value: String(each.metafield.value),
    type: each.metafield.type,
  }));
}

type Name = Pick<ShopMetafield['metafield'], 'namespace' | 'key'>;

function replace(
  name: Name,
  owner: Owner,
  records: Records,
  made: Pick<ShopMetafield['metafield'], 'value' | 'valueType' | 'type'> | null,
): MetafieldChangeResult {
  const others = records.otherMetafields.filter(
    (each) => each.target.id !== owner.id || !isNamed(each, name),
  );
  records.otherMetafields =
    made === null ? others : [...others, {target: owner, metafield: {...name, ...made}}];
  return {type: 'success'};
}

function metafieldsOf({id}: Owner, {otherMetafields}: Records): readonly ShopMetafield[] {
  return otherMetafields.filter(({target}) => target.id === id);
}

function isNamed({metafield}: ShopMetafield, {namespace, key}: Name): boolean {
  return metafield.namespace === namespace && metafield.key === key;
}

function failure(message: string): MetafieldChangeResult {
  return {type: 'error', message};
}
