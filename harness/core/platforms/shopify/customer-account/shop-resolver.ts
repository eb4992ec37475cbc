import {policiesOf} from '../../../world/online-store-pages.ts';
import {translateContent} from '../../../world/translations/translated-content.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {htmlOf} from '../storefront/text.ts';
import type {CustomerAccount} from './account-state.ts';
import {resolveMetafields} from './metafield-resolver.ts';

/** Resolves the fields of `Shop`. Its policies are those of the Storefront API. */
export function resolveShop({shop, metafields}: CustomerAccount, translator: Translator): object {
  const {id, name, domain, storefrontUrl} = shop;

  return {
    __typename: 'Shop',
    id,
    name,
    email: `hello@${domain}`,
    myshopifyDomain: domain,
    url: storefrontUrl,
    shopPolicies: translateContent(policiesOf(shop), translator).map(
      ({id: policyId, handle, title, text}) => ({
        __typename: 'ShopPolicy',
        id: policyId,
        handle,
        title,
        body: htmlOf(text),
        url: `${storefrontUrl}/policies/${handle}`,
      }),
    ),
    addressFormSettings: {
      __typename: 'AddressFormSettings',
      addressAutocompletion: true,
      firstName: {mode: 'OPTIONAL'},
      company: {mode: 'OPTIONAL'},
      address2: {mode: 'OPTIONAL'},
      phone: {mode: 'OPTIONAL'},
    },
    ...resolveMetafields(metafields, id),
  };
}
