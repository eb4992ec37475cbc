import {isOfPages} from '../../../../world/shop-metafield.ts';
import type {ShopMetafield} from '../../../../world/shop-metafield.ts';
import type {ShopModel} from '../model/shop-model.ts';

/** The name of a metafield of one owner. */
export interface MetafieldName {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
}

/** Lists the metafields of all owners. */
export function allMetafields({metafields, records}: ShopModel): readonly ShopMetafield[] {
  return [...metafields, ...records.otherMetafields];
}

/** Keeps the metafields of all owners. Those that pages of extensions know reach these pages. */
export function keepMetafields(all: readonly ShopMetafield[], model: ShopModel): void {
  model.records.otherMetafields = all.filter((metafield) => !isOfPages(metafield));
  model.setMetafields(all.filter(isOfPages));
}

/** Finds a metafield by its owner and its name. */
export function findMetafield(
  all: readonly ShopMetafield[],
  {ownerId, namespace, key}: MetafieldName,
): ShopMetafield | undefined {
  return all.find(
    ({target, metafield}) =>
      target.id === ownerId && metafield.namespace === namespace && metafield.key === key,
  );
}
