import type {HttpHandler} from 'msw';
import {sessionTokenApi, type TokenHost} from './session-token-query.ts';

/** Where the page of a shop asks: Shopify/ui-extensions #1907. The shop's number stands in the path. */
export function customerAccountApiUrl(shopNumber: string): string {
  return `https://shopify.com/${shopNumber}/account/customer/api/unstable/graphql`;
}

/** The customer account GraphQL API as the customer account page uses it. */
export function customerAccountApi(host: TokenHost): readonly HttpHandler[] {
  return sessionTokenApi('customer-account', 'https://shopify.com/:shop/account/customer/api/:version/graphql', host);
}
