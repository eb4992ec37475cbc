import type {GraphQLResolveInfo} from 'graphql';
import type {SubscriptionContract} from '../../../world/subscriptions.ts';
import {answerLanguage, publishedLanguages} from '../../../world/translations/language-code.ts';
import {translatorOf} from '../../../world/translations/translator.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import type {GraphQLBody} from '../../graphql.ts';
import {denying} from './access-denied.ts';
import {AccountGraph} from './account-graph.ts';
import {companyMutations} from './company-mutations.ts';
import {accountAccess} from './account-scopes.ts';
import type {CustomerAccount} from './account-state.ts';
import {addressMutations} from './address-mutations.ts';
import {customerMutations} from './customer-mutations.ts';
import type {ResolvedCustomer} from './customer-resolver.ts';
import {resolveShop} from './shop-resolver.ts';
import {extensionMetafields} from './extension-metafields.ts';
import {deleteMetafields, setMetafields} from './metafield-resolver.ts';
import type {MetafieldInput, MetafieldName} from './metafield-resolver.ts';
import {giftCardMutation} from './gift-card-mutation.ts';
import {marketingMutations} from './marketing-mutations.ts';
import type {CalculateReturn} from './return-calculate.ts';
import {returnMutations} from './return-request.ts';
import {approvedAccess} from './protected-data.ts';
import {storefrontTokenMutation} from './storefront-token-mutation.ts';
import {subscriptionDeliveryMutations} from './subscription-delivery-mutations.ts';
import {subscriptionMutations} from './subscription-mutations.ts';
import {walletMutations} from './wallet-mutations.ts';
import {answerQuery} from '../graphql/answer-query.ts';
import {hasEnumValue} from '../graphql/enum-value.ts';
import type {AccessRule, InContext, QueryDeps} from '../graphql/query-context.ts';

/** Queries that require a login. All mutations do. */
const SIGNED_IN_ONLY = ['company', 'companyLocation', 'draftOrder', 'returnCalculate'];

/**
 * Answers an extension. A signed-in customer reads their own profile and orders. A pre-authenticated visitor
 * reads the page's order and its customer, except for fields that require a login.
 *
 * @see https://shopify.dev/docs/apps/build/customer-accounts/order-status-page#customer-account-api
 */
export function queryCustomerAccount(
  body: GraphQLBody,
  {version, account, queries, reportsCost}: AccountQuery,
): Promise<object> {
  const {scopes, protectedCustomerData} = account().app;
  const byScope = accountAccess(scopes);
  const byApproval = approvedAccess(protectedCustomerData);
  const access: AccessRule = (...field) => byScope(...field) ?? byApproval(...field);

  return answerQuery(
    {
      api: 'customer-account',
      version,
      body,
      access,
      reportsCost,
      root: (inContext) => accountRoot(account, inContext),
    },
    queries,
  );
}

/** The version of a query, and the state that answers it. */
export interface AccountQuery {
  /** The version in the URL. */
  readonly version: string;
  readonly queries: QueryDeps;
  /** Whether the answer has its cost in `extensions.cost`. Default: no. */
  readonly reportsCost?: boolean;
  account(): CustomerAccount;
}

/** Resolves the fields of `QueryRoot` and `Mutation` for an extension. */
export function accountRoot(account: () => CustomerAccount, {language}: InContext = {}): object {
  const translator = accountTranslator(account(), language);
  const graph = new AccountGraph(account, translator);
  const {customer} = account();
  const mutations = mutationsOf(account, graph);

  const root = {
    // The page asks for tokens, and an extension never can.
    ...denying({}, ['uiExtensionSessionToken', 'extensionApiTokens']),
    shop: resolveShop(account(), translator),
    customer: () => graph.customer(),
    ...companiesOf(() => graph.customer()),
    order: ({id}: {id: string}) => graph.orderOf(id),
    uiExtensionMetafields: (given: {resourceIds?: readonly string[] | null}) =>
      extensionMetafields(account().metafields, given),
    return: ({id}: {id: string}) => graph.return(id),
    returnCalculate: ({input}: {input: CalculateReturn & {orderId: string}}) =>
      graph.orderOf(input.orderId)?.calculateReturn(input) ?? null,
    draftOrder: ({id}: {id: string}) => graph.draftOrders().find((draft) => draft.id === id) ?? null,
    ...mutations,
  };

  return customer === null ? denying(root, [...SIGNED_IN_ONLY, ...Object.keys(mutations)]) : root;
}

/** Returns the translator into the language of an answer. Without `@inContext` that is the shop's primary language. */
function accountTranslator({shop, language}: CustomerAccount, asked: string | undefined): Translator {
  return translatorOf(answerLanguage(asked, publishedLanguages(shop, language)), shop);
}

function companiesOf(customer: () => ResolvedCustomer): object {
  const find = (member: 'company' | 'location', id: string): object | null =>
    customer().companies.find((company) => company[member].id === id)?.[member] ?? null;

  return {
    company: ({id}: {id: string}) => find('company', id),
    companyLocation: ({id}: {id: string}) => find('location', id),
  };
}

function mutationsOf(account: () => CustomerAccount, graph: AccountGraph): object {
  const subscription = (contract: SubscriptionContract): object => graph.subscription(contract);

  return {
    ...customerMutations(account, () => graph.customer()),
    ...addressMutations(account),
    ...marketingMutations(account, () => graph.customer().emailAddress),
    ...companyMutations(account, () => graph.contact()),
    ...giftCardMutation(account),
    ...returnMutations(account, (id) => graph.return(id)),
    ...walletMutations(account),
    ...storefrontTokenMutation(account),
    ...subscriptionMutations(account, subscription),
    ...subscriptionDeliveryMutations(account, subscription),
    metafieldsDelete: (given: {metafields: readonly MetafieldName[]}) =>
      deleteMetafields(given.metafields, account()),
    metafieldsSet: (
      given: {metafields: readonly MetafieldInput[]},
      _context: object,
      info: GraphQLResolveInfo,
    ) => {
      const isNewer = hasEnumValue(info, 'MetafieldsSetUserErrorCode', 'INVALID');
      return setMetafields(given.metafields, account(), isNewer ? 'INVALID' : 'INVALID_VALUE');
    },
  };
}
