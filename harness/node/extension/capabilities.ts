import type {CapabilityName} from '../../wire/capabilities.ts';
import type {TomlTable} from './toml-document.ts';

export interface Capabilities {
  readonly networkAccess: boolean;
  readonly apiAccess: boolean;
  readonly blockProgress: boolean;
  readonly collectBuyerConsent: {readonly smsMarketing: boolean; readonly customerPrivacy: boolean};
  readonly iframeSources: readonly string[];
  /** Whether Shopify granted this extension more than the usual size of a script. */
  readonly bundleSizeException: boolean;
}

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

/** The strings of `shopify.extension.capabilities`. */
export function capabilityNames(capabilities: Capabilities): readonly CapabilityName[] {
  const granted: readonly (readonly [CapabilityName, boolean])[] = [
    ['api_access', capabilities.apiAccess],
    ['network_access', capabilities.networkAccess],
    ['block_progress', capabilities.blockProgress],
    ['collect_buyer_consent.sms_marketing', capabilities.collectBuyerConsent.smsMarketing],
    ['collect_buyer_consent.customer_privacy', capabilities.collectBuyerConsent.customerPrivacy],
    ['iframe.sources', capabilities.iframeSources.length > 0],
  ];

  return granted.flatMap(([name, isGranted]) => (isGranted ? [name] : []));
}
