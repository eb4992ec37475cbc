import type {VtexAccount} from '../../../world/vtex.ts';

/** The segment: currency, culture and sales channel of a visitor. */
export interface Segment {
  readonly channel: string;
  readonly currencyCode: string;
  readonly currencySymbol: string;
  readonly countryCode: string;
  readonly cultureInfo: string;
  readonly [field: string]: string | null;
}

export function segmentOf({currency, country, culture}: VtexAccount): Segment {
  const parts = new Intl.NumberFormat(culture, {style: 'currency', currency}).formatToParts(0);
  const symbol = parts.find(({type}) => type === 'currency')?.value;

  return {
    campaigns: null,
    channel: '1',
    priceTables: null,
    regionId: null,
    utm_campaign: null,
    utm_source: null,
    utmi_campaign: null,
    currencyCode: currency,
    currencySymbol: symbol ?? currency,
    countryCode: country,
    cultureInfo: culture,
    channelPrivacy: 'public',
  };
}
