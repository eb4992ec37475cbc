import type {Product} from './products.ts';

/** A redirect of the online store, from a path that is gone to one that exists. */
export interface UrlRedirect {
  /** `gid://shopify/UrlRedirect/…` */
  readonly id: string;
  readonly path: string;
  readonly target: string;
}

/** Returns the redirects of the online store. */
export function urlRedirectsOf([first]: readonly Product[]): readonly UrlRedirect[] {
  const target = first === undefined ? '/collections/all' : `/products/${first.handle}`;
  return [
    {id: 'gid://shopify/UrlRedirect/9701', path: '/products/last-years-model', target},
    {id: 'gid://shopify/UrlRedirect/9702', path: '/pages/our-story', target: '/pages/about'},
  ];
}
