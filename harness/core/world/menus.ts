import {BLOGS} from './blogs.ts';
import {collectionsOf} from './collections.ts';
import {numberOf} from './gid.ts';
import {pagesOf, policiesOf} from './online-store-pages.ts';
import type {Product} from './products.ts';
import type {Shop} from './shop.ts';

/** A menu of the online store. */
export interface Menu {
  /** `gid://shopify/Menu/…` */
  readonly id: string;
  /** The name by which a theme asks for it. */
  readonly handle: string;
  /** The title. */
  readonly title: string;
  /** The links. */
  readonly items: readonly MenuItem[];
}

/** A link of a menu. */
export interface MenuItem {
  /** `gid://shopify/MenuItem/…` */
  readonly id: string;
  /** The words of the link. */
  readonly title: string;
  /** The kind of its destination. */
  readonly type: string;
  /** The path of its destination, or a whole URL. */
  readonly path: string;
  /** The id of the resource that it leads to; null for a page without one. */
  readonly resourceId: string | null;
  /** The links below it. */
  readonly items: readonly MenuItem[];
}

/** Returns the menus that every shop has: the main menu, the footer and the menu of customer accounts. */
export function menusOf(shop: Pick<Shop, 'id' | 'name'>, products: readonly Product[]): readonly Menu[] {
  const account = `https://shopify.com/${numberOf(shop.id)}/account`;

  return [
    {
      id: 'gid://shopify/Menu/9601',
      handle: 'main-menu',
      title: 'Main menu',
      items: mainItems(shop, products),
    },
    {
      id: 'gid://shopify/Menu/9602',
      handle: 'footer',
      title: 'Footer menu',
      items: [
        item(96021, 'Search', 'SEARCH', '/search'),
        ...policiesOf(shop).map(({id, handle, title}, index) =>
          item(96022 + index, title, 'SHOP_POLICY', `/policies/${handle}`, id),
        ),
      ],
    },
    {
      id: 'gid://shopify/Menu/9603',
      handle: 'customer-account-main-menu',
      title: 'Customer account main menu',
      items: [
        item(96031, 'Shop', 'FRONTPAGE', '/'),
        item(96032, 'Orders', 'CUSTOMER_ACCOUNT_PAGE', `${account}/orders`),
      ],
    },
  ];
}

function mainItems(shop: Pick<Shop, 'name'>, products: readonly Product[]): readonly MenuItem[] {
  const pages = pagesOf(shop).map(({id, handle, title}, index) =>
    item(96013 + index, title, 'PAGE', `/pages/${handle}`, id),
  );
  const blogs = BLOGS.map(({id, handle, title}, index) =>
    item(96017 + index, title, 'BLOG', `/blogs/${handle}`, id),
  );
  const catalog = item(96012, 'Catalog', 'CATALOG', '/collections/all');

  return [
    item(96011, 'Home', 'FRONTPAGE', '/'),
    {...catalog, items: collectionItems(products)},
    ...pages,
    ...blogs,
  ];
}

function collectionItems(products: readonly Product[]): readonly MenuItem[] {
  return collectionsOf(products).map(({id, handle, title}, index) =>
    item(960_121 + index, title, 'COLLECTION', `/collections/${handle}`, id),
  );
}

function item(
  number: number,
  title: string,
  type: string,
  path: string,
  resourceId: string | null = null,
): MenuItem {
  return {id: `gid://shopify/MenuItem/${number}`, title, type, path, resourceId, items: []};
}
