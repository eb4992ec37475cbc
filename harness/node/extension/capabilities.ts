import type {Capabilities} from '../../core/platforms/shopify/extension/capabilities.ts';
import type {TomlTable} from './toml-document.ts';

export function readCapabilities(extension: TomlTable): Capabilities {
  const table = extension.table('capabilities');
  table?.noticeUnknownKeys([
    'network_access',
    'api_access',
    'block_progress',
    'collect_buyer_consent',
    'iframe',
    'bundle_size_exception',
  ]);

  const consent = table?.table('collect_buyer_consent');
  consent?.noticeUnknownKeys(['sms_marketing', 'customer_privacy']);
  const iframe = table?.table('iframe');
  iframe?.noticeUnknownKeys(['sources']);

  return {
    networkAccess: table?.flag('network_access') ?? false,
    apiAccess: table?.flag('api_access') ?? false,
    blockProgress: table?.flag('block_progress') ?? false,
    collectBuyerConsent: {
      smsMarketing: consent?.flag('sms_marketing') ?? false,
      customerPrivacy: consent?.flag('customer_privacy') ?? false,
    },
    iframeSources: iframe?.strings('sources') ?? [],
    bundleSizeException: table?.flag('bundle_size_exception') ?? false,
  };
}
