import {idToken} from '../../platforms/shopify/id-token.ts';
import {PEOPLE} from '../../world/people.ts';
import {numberOf} from '../../world/gid.ts';
import type {Case, Expectation, Profile, Sender, TokenMutation} from '../case.ts';
import {
  ACCEPT,
  EITHER,
  FOLLOW_OWNER,
  FOLLOW_TOKEN,
  forAllProfiles,
  forProfiles,
  overrides,
  REFUSE,
  REFUSE_4XX,
} from '../expectations.ts';
import {forged, forgedBody, forgedHeaders, forgedQuery} from '../forged-requests.ts';
import {exchange, request} from '../mechanisms.ts';
import type {NameAndValue, OutgoingRequest} from '../outgoing-request.ts';
import {
  CUSTOMER_PROFILES,
  only,
  PERSON_AS_SUB,
  PROFILES_WITH_AUDIENCE,
  STAFF_PROFILES,
  WITH_GUESTS,
  WITH_SHOP,
} from '../profile-groups.ts';
import {withHeaders, withQuery} from '../request-parts.ts';
import {aboutCustomer, claims, expiringIn, replacedBy} from '../token-mutations.ts';
import {SHOP_OF_TOKEN} from './fixes.ts';
import {OTHER_SHOP} from './strangers.ts';

const CUSTOMER_RULE = 'Take the customer from sub of the verified token, never from the request.';
const STAFF_RULE = 'Take the staff member from sub of the verified token, never from the request.';
const OWNED = 'Look up the order and compare its customer with sub before you answer.';
const ORDER_NAMES: readonly string[] = ['order_id', 'orderId', 'order'];
const NOBODYS_ORDER = 'gid://shopify/Order/7305198264410933';
/** Long enough not to be in an answer by chance. */
const OTHER_STAFF = '6310948275530417';
const IDENTIFIED_PROFILES: readonly Profile[] = [...CUSTOMER_PROFILES, 'post-purchase', 'shop-minis'];
const WITH_CUSTOMER = only(IDENTIFIED_PROFILES, 'these tokens name no customer');
const WITH_STAFF = only(STAFF_PROFILES, 'there is no staff');
const ABOUT_THE_ASKER: Expectation = {...ACCEPT, answerBelongsTo: 'asker'};

/** Data of this shop must not be in the answer to a token of another one. */
const ABOUT_OTHER_SHOP: Expectation = {
  verdict: 'either',
  statuses: ['2xx', '4xx'],
  bodyLacks: ['forged', 'stack'],
};

/** Good tokens, and something else in the request: the answer must follow sub and dest. */
export const TRUST: Readonly<Record<string, Case>> = {
  'trust-query-customer-id': {
    title: 'the query names another customer than the token',
    expects: forProfiles(WITH_CUSTOMER, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API1:2023 broken object level authorization',
    fix: CUSTOMER_RULE,
    mechanism: request({
      gid: forgedQuery(['customer_id', 'customerId', 'customer', 'sub', 'user_id'], otherCustomer),
      number: forgedQuery(
        ['customer_id', 'customerId', 'customer', 'logged_in_customer_id', 'id'],
        (sender) => numberOf(otherCustomer(sender)),
      ),
    }),
  },
  'trust-body-customer-id': {
    title: 'the body names another customer than the token',
    expects: forProfiles(WITH_CUSTOMER, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API1:2023',
    fix: CUSTOMER_RULE,
    mechanism: exchange({
      gid: forgedBody(['customer_id', 'customerId', 'customer', 'sub'], otherCustomer),
      number: forgedBody(['customer_id', 'customerId', 'customer'], (sender) =>
        numberOf(otherCustomer(sender)),
      ),
    }),
  },
  'trust-header-customer-id': {
    title: 'a header names another customer than the token',
    expects: forProfiles(WITH_CUSTOMER, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API1:2023',
    fix: CUSTOMER_RULE,
    mechanism: request(forgedHeaders(['X-Customer-Id', 'X-Shopify-Customer-Id', 'X-User-Id'], otherCustomer)),
  },
  'trust-cookie-customer-id': {
    title: 'a cookie names another customer than the token',
    expects: forProfiles(WITH_CUSTOMER, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'high',
    source: 'OWASP API1:2023',
    fix: CUSTOMER_RULE,
    mechanism: request((given, sender) => {
      const other = otherCustomer(sender);
      const cookie = `customer_id=${encodeURIComponent(other)}; customerId=${encodeURIComponent(other)}`;
      return forged(given, sender, {
        values: [other],
        change: (sent) => withHeaders(sent, ['Cookie', cookie]),
      });
    }),
  },
  'trust-query-customer-email': {
    title: 'the query names another customer by email',
    expects: forProfiles(WITH_CUSTOMER, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'high',
    source: 'OWASP API1:2023',
    fix: CUSTOMER_RULE,
    mechanism: request(forgedQuery(['email', 'customer_email'], () => PEOPLE.bea.email)),
  },
  'trust-query-twice': {
    title: "the query names the token's customer first, then another",
    expects: forProfiles(WITH_CUSTOMER, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'high',
    source: 'HTTP parameter pollution',
    fix: CUSTOMER_RULE,
    mechanism: request((given, sender) => {
      const other = otherCustomer(sender);
      const own = sender.context.customer?.id ?? '';
      return forged(given, sender, {
        values: [other],
        change: (sent) => withQuery(sent, ['customer_id', own], ['customer_id', other]),
      });
    }),
  },
  'trust-guest-with-customer-id': {
    title: "a guest's token comes with a customer id in the query",
    expects: forProfiles(WITH_GUESTS, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API1:2023; tokens of guests have no sub',
    fix: CUSTOMER_RULE,
    mechanism: request((given, sender) => {
      const other = otherCustomer(sender);
      return forged(given, sender, {
        values: [other],
        mutation: aboutCustomer(null),
        change: (sent) => withQuery(sent, ['customer_id', other], ['customerId', other]),
      });
    }),
  },
  'trust-query-without-token': {
    title: 'the query names a customer, and there is no token',
    expects: forAllProfiles(REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API2:2023 broken authentication',
    fix: 'Answer 401 to a request without a token, whatever else it contains.',
    mechanism: request((given, sender) => {
      const own = sender.context.customer?.id ?? PEOPLE.ada.id;
      return withQuery(given, ['customer_id', own], ['sub', own], ['shop', sender.context.world.shop.domain]);
    }),
  },
  'trust-query-expired-with-customer-id': {
    title: 'an expired token comes with the right customer in the query',
    expects: forProfiles(WITH_CUSTOMER, REFUSE),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API2:2023',
    fix: 'If the token is refused, do not fall back to another identity.',
    presupposes: ['exp-past-60'],
    mechanism: request(async (given, sender) => {
      const old = await sender.token(expiringIn(-60));
      return withQuery(sender.carry(given, old), [
        'customer_id',
        sender.context.customer?.id ?? PEOPLE.ada.id,
      ]);
    }),
  },
  'trust-query-order-id': {
    title: "the query asks for another customer's order",
    expects: forProfiles(WITH_CUSTOMER, FOLLOW_OWNER),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API1:2023',
    fix: OWNED,
    mechanism: request({
      gid: forgedQuery(ORDER_NAMES, otherOrder, NOBODYS_ORDER),
      number: forgedQuery(ORDER_NAMES, (sender) => numberOf(otherOrder(sender)), numberOf(NOBODYS_ORDER)),
    }),
  },
  'trust-body-order-id': {
    title: "the body asks for another customer's order",
    expects: forProfiles(WITH_CUSTOMER, FOLLOW_OWNER),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API1:2023',
    fix: OWNED,
    mechanism: exchange(forgedBody(ORDER_NAMES, otherOrder, NOBODYS_ORDER)),
  },
  'trust-body-shop': {
    title: 'the body names another shop than the token',
    expects: forProfiles(WITH_SHOP, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev (the shop is that of dest)',
    fix: SHOP_OF_TOKEN,
    mechanism: exchange(forgedBody(['shop', 'shop_domain', 'dest'], () => OTHER_SHOP)),
  },
  'trust-header-shop': {
    title: 'a header names another shop than the token',
    expects: forProfiles(WITH_SHOP, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'X-Shopify-Shop-Domain belongs to webhooks',
    fix: SHOP_OF_TOKEN,
    mechanism: request(
      forgedHeaders(['X-Shopify-Shop-Domain', 'X-Shop', 'X-Shopify-Shop'], () => OTHER_SHOP),
    ),
  },
  'trust-referer-shop': {
    title: 'the Referer names another shop than the token',
    expects: forProfiles(WITH_SHOP, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'medium',
    source: 'shopify.dev (the shop is that of dest)',
    fix: SHOP_OF_TOKEN,
    mechanism: request((given, sender) =>
      forged(given, sender, {
        values: [OTHER_SHOP],
        change: (sent) => withHeaders(sent, ['Referer', `https://${OTHER_SHOP}/checkouts/1`]),
      }),
    ),
  },
  'trust-host-header': {
    title: 'the forwarded host (X-Forwarded-Host, X-Host) names another shop than the token',
    expects: forProfiles(WITH_SHOP, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'medium',
    source: 'PortSwigger host header attacks',
    fix: SHOP_OF_TOKEN,
    mechanism: request(forgedHeaders(['X-Forwarded-Host', 'X-Host'], () => OTHER_SHOP)),
  },
  'trust-token-of-other-shop': {
    title: 'a valid token of another shop comes with this shop in the query',
    expects: {
      ...forProfiles(
        only(PROFILES_WITH_AUDIENCE, WITH_SHOP.reason, {
          'post-purchase': 'the shop is in input_data, and no case makes a token of another shop',
        }),
        ABOUT_OTHER_SHOP,
      ),
      // The exchange of such a token fails on the platform too.
      ...overrides(['embedded'], {...ABOUT_OTHER_SHOP, mayFail: true}),
    },
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev (the shop is that of dest)',
    fix: SHOP_OF_TOKEN,
    mechanism: request(async (given, sender) => {
      const {profile, world} = sender.context;
      const staffed = STAFF_PROFILES.includes(profile);
      const dest = `${staffed ? 'https://' : ''}${OTHER_SHOP}`;
      const foreign = await sender.token(claims(staffed ? {dest, iss: `${dest}/admin`} : {dest}));

      return {
        ...withQuery(sender.carry(given, foreign), ['shop', world.shop.domain]),
        forged: [world.shop.domain],
      };
    }),
  },
  'trust-query-staff-id': {
    title: 'the query names another staff member than the token',
    expects: forProfiles(WITH_STAFF, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API1:2023',
    fix: STAFF_RULE,
    mechanism: request(forgedQuery(['user_id', 'userId', 'staff_id', 'sub'], () => OTHER_STAFF)),
  },
  'trust-body-staff-id': {
    title: 'the body names another staff member than the token',
    expects: forProfiles(WITH_STAFF, FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'critical',
    source: 'OWASP API1:2023',
    fix: STAFF_RULE,
    mechanism: exchange(forgedBody(['user_id', 'userId', 'staff_id', 'associated_user'], () => OTHER_STAFF)),
  },
  'trust-query-role': {
    title: 'the query claims rights, such as admin=true',
    expects: forProfiles(
      only([...IDENTIFIED_PROFILES, ...STAFF_PROFILES], 'nothing depends on a role'),
      FOLLOW_TOKEN,
    ),
    class: 'anyone',
    severity: 'high',
    source: 'OWASP API3:2023 mass assignment',
    fix: "Take a user's rights from your own records, never from the request.",
    mechanism: request((given, sender) =>
      forged(given, sender, {
        change: (sent) =>
          withQuery(sent, ['admin', 'true'], ['role', 'admin'], ['debug', '1'], ['test', '1']),
      }),
    ),
  },
  'trust-query-claims': {
    title: 'the query repeats claim names with other values',
    expects: forProfiles(only(PROFILES_WITH_AUDIENCE, 'these tokens have other claims'), FOLLOW_TOKEN),
    class: 'anyone',
    severity: 'high',
    source: 'merging request and claims into one object',
    fix: 'Keep claims and request parameters apart.',
    mechanism: request((given, sender) => {
      const other = otherCustomer(sender);
      const change = (sent: OutgoingRequest): OutgoingRequest =>
        withQuery(sent, ['sub', other], ['dest', OTHER_SHOP], ['aud', 'another-app']);
      return forged(given, sender, {values: [other, OTHER_SHOP], change});
    }),
  },
  'trust-postpurchase-reference': {
    title: 'the body names another purchase than the token',
    expects: forProfiles(only(['post-purchase'], 'there is no purchase'), {
      verdict: 'either',
      statuses: ['2xx', '4xx'],
      bodyLacks: ['forged', 'stack'],
    }),
    class: 'anyone',
    severity: 'critical',
    source: 'shopify.dev post-purchase tutorial (compare the reference ids)',
    fix: 'Compare referenceId in the body with input_data in the token, and answer 400 if they differ.',
    mechanism: exchange(
      forgedBody(['referenceId', 'reference_id', 'sub'], () => 'ffffffffffffffffffffffffffffffff'),
    ),
  },
  'trust-hmac-query': {
    title: 'a request without a token has an app proxy query with a wrong signature',
    expects: forAllProfiles(REFUSE_4XX),
    class: 'anyone',
    severity: 'high',
    source: 'shopify.dev app proxies, signature',
    fix: 'If a route accepts an app proxy signature, verify it; otherwise ignore it.',
    mechanism: request((given, {context}) =>
      withQuery(
        given,
        ['shop', context.world.shop.domain],
        ['logged_in_customer_id', numberOf(PEOPLE.ada.id)],
        ['timestamp', String(context.now)],
        ['signature', '0'.repeat(64)],
        ['hmac', '0'.repeat(64)],
      ),
    ),
  },
  'trust-staff-token-with-customer-id': {
    title: "a staff member's token comes with a customer in the query, on a route for customers",
    expects: forProfiles(
      only(CUSTOMER_PROFILES, 'staff may ask for customers', {
        'post-purchase': 'it is about routes for other tokens; surf-session-on-postpurchase covers this one',
      }),
      {
        verdict: 'either',
        statuses: ['2xx', '4xx'],
        bodyLacks: ['forged', 'stack'],
      },
    ),
    class: 'anyone',
    severity: 'high',
    source: 'RFC 8725 3.12; OWASP API1:2023',
    fix: CUSTOMER_RULE,
    mechanism: request(async (given, sender) => {
      const other = otherCustomer(sender);
      return {
        ...withQuery(sender.carry(given, await sender.token(replacedBy(idToken))), ['customer_id', other]),
        forged: [other],
      };
    }),
  },
  'trust-customer-swap': {
    title: 'two customers ask at the same address, and each answer must be about its own customer',
    expects: forProfiles(
      only(CUSTOMER_PROFILES, WITH_CUSTOMER.reason, PERSON_AS_SUB.exceptions),
      ABOUT_THE_ASKER,
    ),
    class: 'anyone',
    severity: 'high',
    source: 'answers kept by address instead of by token',
    fix: CUSTOMER_RULE,
    mechanism: exchange(async (given, sender) => {
      const {customer} = sender.context;
      const other = customer?.id === PEOPLE.bea.id ? PEOPLE.ada : PEOPLE.bea;
      const swapped = aboutCustomer(other);
      const carried = async (mutate?: TokenMutation): Promise<OutgoingRequest> =>
        sender.carry(given, await sender.token(mutate));
      const address: NameAndValue = ['fresh', 'first-is-one'];

      const asked = {
        ...withQuery(await carried(swapped), address),
        forged: customer === null ? [] : [customer.id, customer.email],
        own: [other.id, other.email],
        control: withQuery(await carried(swapped), ['fresh', 'first-is-two']),
      };

      return [
        {request: await carried(swapped), expects: ACCEPT},
        // A route may refuse what it does not know in a query.
        {request: withQuery(await carried(), address), expects: EITHER},
        {request: asked, expects: {...ABOUT_THE_ASKER, verdict: 'either'}},
      ];
    }),
  },
};

/** A person other than the token's subject. */
function otherCustomer({context: {customer}}: Sender): string {
  return customer?.id === PEOPLE.bea.id ? PEOPLE.ada.id : PEOPLE.bea.id;
}

function otherOrder(sender: Sender): string {
  const other = otherCustomer(sender);
  return (
    sender.context.world.orders.find(({customerId}) => customerId === other)?.id ?? 'gid://shopify/Order/1'
  );
}
