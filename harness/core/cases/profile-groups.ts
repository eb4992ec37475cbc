import type {Profile} from './case.ts';

/** The profiles whose backends verify tokens with the app's own secret. */
export const APP_SIGNED_PROFILES: readonly Profile[] = [
  'checkout',
  'customer-account',
  'admin',
  'embedded',
  'pos',
  'post-purchase',
];

/** Every profile, in the order of tables and help texts. */
export const PROFILES: readonly Profile[] = [...APP_SIGNED_PROFILES, 'shop-minis', 'vtex'];

/** Session tokens and ID tokens: they name their app in `aud` and their shop in `dest`. */
export const PROFILES_WITH_AUDIENCE: readonly Profile[] = [
  'checkout',
  'customer-account',
  'admin',
  'embedded',
  'pos',
];

/** ID tokens: they also name an issuer and a session. */
export const STAFF_PROFILES: readonly Profile[] = ['admin', 'embedded', 'pos'];

/** Routes that a customer calls. */
export const CUSTOMER_PROFILES: readonly Profile[] = ['checkout', 'customer-account'];

/** Profiles that share a case, and the reason why the others do not have it. */
export interface ProfileGroup {
  readonly profiles: readonly Profile[];
  /** The reason for every other profile, as the end of a sentence: "these tokens have no dest". */
  readonly reason: string;
  /** Profiles with their own reason. */
  readonly exceptions: Readonly<Partial<Record<Profile, string>>>;
}

/** Makes a group of the only profiles that have a case. */
export function only(
  profiles: readonly Profile[],
  reason: string,
  exceptions: ProfileGroup['exceptions'] = {},
): ProfileGroup {
  return {profiles, reason, exceptions};
}

const SIGNED_BY_PLATFORM = 'only the platform signs these tokens, and the backend asks the platform';
const PURCHASE_AS_SUB = 'sub is a purchase reference that the platform generates';

/** Tokens that the backend itself verifies. */
export const APP_SIGNED: ProfileGroup = only(APP_SIGNED_PROFILES, SIGNED_BY_PLATFORM);

/** Tokens that the backend itself reads. */
export const READ_BY_APP: ProfileGroup = only(
  APP_SIGNED_PROFILES,
  'only the platform reads these tokens, as strictly as it likes',
);

/** Tokens in the `Authorization` header. */
export const BEARER: ProfileGroup = only(
  [...APP_SIGNED_PROFILES, 'shop-minis'],
  'this kind of token is not sent in the Authorization header',
);

/** Backends that pages of another origin call. */
export const CROSS_ORIGIN: ProfileGroup = only(
  BEARER.profiles.filter((profile) => profile !== 'embedded'),
  BEARER.reason,
  {embedded: 'the pages of an embedded app call their own origin'},
);

/** Apps in the frame of the admin. */
export const EMBEDDED_APPS: ProfileGroup = only(['embedded'], 'the admin shows no documents of this backend');

export const WITH_AUDIENCE: ProfileGroup = only(
  PROFILES_WITH_AUDIENCE,
  'these tokens have no aud that a backend could check',
);

export const WITH_DEST: ProfileGroup = only(PROFILES_WITH_AUDIENCE, 'these tokens have no dest');

/** Tokens that name a shop in one way or another. */
export const WITH_SHOP: ProfileGroup = only(
  [...PROFILES_WITH_AUDIENCE, 'post-purchase'],
  'the token names no shop',
);

/** Tokens whose `dest` is a host without a scheme. */
export const BARE_DEST: ProfileGroup = only(CUSTOMER_PROFILES, 'dest has a scheme in these tokens');

export const WITH_JTI: ProfileGroup = only(
  PROFILES_WITH_AUDIENCE,
  'these tokens have no jti that a backend could remember',
);

export const WITH_NBF: ProfileGroup = only(PROFILES_WITH_AUDIENCE, SIGNED_BY_PLATFORM, {
  'post-purchase': 'these tokens have no nbf',
});

/** Tokens whose `sub` is a person. */
export const PERSON_AS_SUB: ProfileGroup = only(PROFILES_WITH_AUDIENCE, SIGNED_BY_PLATFORM, {
  'post-purchase': PURCHASE_AS_SUB,
});

/** Pages that are open to guests. */
export const WITH_GUESTS: ProfileGroup = only(CUSTOMER_PROFILES, 'these pages have no guests', {
  'post-purchase': 'these tokens name the purchase, not the buyer',
});
