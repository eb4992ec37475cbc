import {BLOGS} from '../../../world/blogs.ts';
import {LOCATIONS} from '../../../world/locations.ts';
import {menusOf} from '../../../world/menus.ts';
import {pagesOf, policiesOf} from '../../../world/online-store-pages.ts';
import {translateContent, translateProduct} from '../../../world/translations/translated-content.ts';
import {translatorOf} from '../../../world/translations/translator.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {urlRedirectsOf} from '../../../world/url-redirects.ts';
import {resolveBlog, resolveComment} from './blog.ts';
import type {ResolvedArticle, ResolvedBlog} from './blog.ts';
import {resolveCollection} from './collection.ts';
import type {ResolvedCollection} from './collection.ts';
import {picturesOf, resolveMedia} from './image.ts';
import {resolveLocation} from './location.ts';
import {resolveMenu} from './menu.ts';
import type {ResolvedMenu} from './menu.ts';
import {metafieldById} from './metafields.ts';
import {resolveMetaobject} from './metaobject.ts';
import type {ResolvedMetaobject} from './metaobject.ts';
import {resolvePage, resolvePolicy} from './online-store-page.ts';
import type {ResolvedPage, ResolvedPolicy} from './online-store-page.ts';
import {resolveProduct} from './product.ts';
import type {ResolvedProduct} from './product.ts';
import {resolveShop} from './shop.ts';
import type {FindById, ResolverContext} from './resolver-context.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** An object that has an id. */
interface Identified {
  readonly id: string;
}

/** The objects of the shop as the Storefront API has them. Each kind is resolved when it is first read. */
export class Catalogue implements ResolverContext {
  readonly world: StorefrontWorld;
  readonly isWholesale: boolean;
  readonly translator: Translator;
  readonly #resolved = new Map<string, readonly Identified[]>();

  constructor(world: StorefrontWorld, isWholesale = false) {
    this.world = world;
    this.isWholesale = isWholesale;
    this.translator = translatorOf(world.contentLanguage ?? '', world.shop);
  }

  get products(): readonly ResolvedProduct[] {
    return this.#once('products', () =>
      this.world.products.map((product) =>
        resolveProduct(translateProduct(product, this.translator), this, () =>
          this.collections.filter(({productIds}) => productIds.includes(product.id)),
        ),
      ),
    );
  }

  get collections(): readonly ResolvedCollection[] {
    return this.#once('collections', () =>
      this.#translated(this.world.collections).map((collection) =>
        resolveCollection(collection, this, () =>
          this.products.filter(({id}) => collection.productIds.includes(id)),
        ),
      ),
    );
  }

  get pages(): readonly ResolvedPage[] {
    return this.#once('pages', () =>
      this.#translated(pagesOf(this.world.shop)).map((page) => resolvePage(page, this)),
    );
  }

  get policies(): readonly ResolvedPolicy[] {
    return this.#once('policies', () =>
      this.#translated(policiesOf(this.world.shop)).map((policy) => resolvePolicy(policy, this)),
    );
  }

  get blogs(): readonly ResolvedBlog[] {
    return this.#once('blogs', () => this.#translated(BLOGS).map((blog) => resolveBlog(blog, this)));
  }

  get articles(): readonly ResolvedArticle[] {
    return this.blogs.flatMap(({allArticles}) => allArticles);
  }

  get menus(): readonly ResolvedMenu[] {
    const {shop, products} = this.world;
    return this.#once('menus', () =>
      this.#translated(menusOf(shop, products)).map((menu) => resolveMenu(menu, this)),
    );
  }

  get metaobjects(): readonly ResolvedMetaobject[] {
    const {metaobjects, hasOwnMetaobjects} = this.world;
    // What a test has written has no translations.
    const translated = hasOwnMetaobjects ? metaobjects : this.#translated(metaobjects);
    return this.#once('metaobjects', () =>
      translated.map((metaobject) => resolveMetaobject(metaobject, this)),
    );
  }

  get locations(): readonly Identified[] {
    return this.#once('locations', () => LOCATIONS.map((location) => resolveLocation(location, this)));
  }

  get shops(): readonly Identified[] {
    return this.#once('shops', () => [resolveShop(this, this.policies)]);
  }

  /** Finds an object of any kind by its id. */
  readonly find: FindById = (id) => {
    const [, type] = /^gid:\/\/shopify\/(\w+)\//.exec(id) ?? [];
    if (type === 'Metafield') return metafieldById(id, this);
    return KINDS[type ?? '']?.(this).find((object) => object.id === id) ?? null;
  };

  #translated<Content>(content: Content): Content {
    return translateContent(content, this.translator);
  }

  #once<Item extends Identified>(kind: string, resolve: () => readonly Item[]): readonly Item[] {
    const known = this.#resolved.get(kind);
    if (known !== undefined) return known as readonly Item[];

    const resolved = resolve();
    this.#resolved.set(kind, resolved);
    return resolved;
  }
}

/** The objects that `node` finds, by the type in their id. */
const KINDS: Readonly<Record<string, (catalogue: Catalogue) => readonly Identified[]>> = {
  Shop: ({shops}) => shops,
  Product: ({products}) => products,
  ProductVariant: ({products}) => products.flatMap(({allVariants}) => allVariants),
  ProductOption: ({products}) => products.flatMap(({allOptions}) => allOptions),
  ProductOptionValue: ({products}) =>
    products.flatMap(({allOptions}) => allOptions.flatMap(({optionValues}) => optionValues)),
  MediaImage: ({products}) =>
    products.flatMap(({source}) => picturesOf(source).map(({id, image}) => resolveMedia(image, id))),
  Collection: ({collections}) => collections,
  Page: ({pages}) => pages,
  ShopPolicy: ({policies}) => policies,
  Blog: ({blogs}) => blogs,
  Article: ({articles}) => articles,
  Comment: ({articles}) => articles.flatMap(({source}) => source.comments.map(resolveComment)),
  Menu: ({menus}) => menus,
  MenuItem: ({menus}) => menus.flatMap(({items}) => items.flatMap((item) => [item, ...item.items])),
  Metaobject: ({metaobjects}) => metaobjects,
  Location: ({locations}) => locations,
  UrlRedirect: ({world}) =>
    urlRedirectsOf(world.products).map((redirect) => ({__typename: 'UrlRedirect', ...redirect})),
};
