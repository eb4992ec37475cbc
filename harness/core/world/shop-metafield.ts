import type {Metafield} from '../../wire/account.ts';

/** The owners of metafields that no page of an extension knows. */
export type OtherOwner =
  | 'appInstallation'
  | 'article'
  | 'blog'
  | 'collection'
  | 'discount'
  | 'draftOrder'
  | 'location'
  | 'orderRoutingRule'
  | 'page'
  | 'validation';

/** A metafield of any owner. */
export interface ShopMetafield {
  readonly target: {readonly type: Metafield['target']['type'] | OtherOwner; readonly id: string};
  readonly metafield: Metafield['metafield'];
}

/** Whether pages of extensions know the owner of a metafield. */
export function isOfPages(metafield: ShopMetafield): metafield is Metafield {
  return !(metafield.target.type in OTHERS);
}

const OTHERS: Readonly<Record<OtherOwner, true>> = {
  appInstallation: true,
  article: true,
  blog: true,
  collection: true,
  discount: true,
  draftOrder: true,
  location: true,
  orderRoutingRule: true,
  page: true,
  validation: true,
};
