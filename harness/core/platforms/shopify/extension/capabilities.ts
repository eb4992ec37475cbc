import type {CapabilityName} from '../../../../wire/capabilities.ts';

/** The `[extensions.capabilities]` of an extension. */
export interface Capabilities {
  readonly networkAccess: boolean;
  readonly apiAccess: boolean;
  readonly blockProgress: boolean;
  readonly collectBuyerConsent: {readonly smsMarketing: boolean; readonly customerPrivacy: boolean};
  readonly iframeSources: readonly string[];
  /** Whether Shopify granted this extension more than the usual size of a script. */
  readonly bundleSizeException: boolean;
}

/** Lists the capabilities as `shopify.extension.capabilities` names them. */
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
