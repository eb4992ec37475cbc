import type {AppWebhook, AppWebhooksOptions} from '../../core/world/app-webhooks.ts';
import type {TomlTable} from './toml-document.ts';

/** The older form of compliance webhooks, `[webhooks.privacy_compliance]`, by its keys. */
const PRIVACY = {
  customer_data_request_url: 'customers/data_request',
  customer_deletion_url: 'customers/redact',
  shop_deletion_url: 'shop/redact',
} as const;

/**
 * Reads `[webhooks]` of an app's file.
 *
 * @see https://shopify.dev/docs/apps/build/cli-for-apps/app-configuration#webhooks
 */
export function webhooksIn(root: TomlTable): {readonly webhooks?: AppWebhooksOptions} {
  const table = root.table('webhooks');
  if (table === undefined) return {};

  const apiVersion = table.string('api_version');
  const subscriptions = [...table.tables('subscriptions').flatMap(subscriptionIn), ...privacyIn(table)];
  return {webhooks: {subscriptions, ...(apiVersion === undefined ? {} : {apiVersion})}};
}

function subscriptionIn(table: TomlTable): readonly AppWebhook[] {
  const uri = table.string('uri');
  const topics = [...table.strings('topics'), ...table.strings('compliance_topics')];
  if (uri === undefined || uri === '' || topics.length === 0) return [];

  const includeFields = table.strings('include_fields');
  return [{topics, uri, ...(includeFields.length === 0 ? {} : {includeFields})}];
}

function privacyIn(table: TomlTable): readonly AppWebhook[] {
  const privacy = table.table('privacy_compliance');
  return Object.entries(PRIVACY).flatMap(([key, topic]) => {
    const uri = privacy?.string(key);
    return uri === undefined || uri === '' ? [] : [{topics: [topic], uri}];
  });
}
