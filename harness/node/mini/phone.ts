import type {MinisParams} from '../../wire/mini.ts';

/** A phone's screen, in CSS pixels. */
export const SCREEN: {readonly width: number; readonly height: number} = {width: 390, height: 844};

/** The areas that the notch and the home indicator of that phone cover. */
export const INSETS: NonNullable<MinisParams['safeAreaInsets']> = {top: 47, right: 0, bottom: 34, left: 0};

export interface PhoneIdentity {
  readonly userAgent: string;
  /** `navigator.platform`. */
  readonly platform: string;
}

/** The phones. The Shop app does not use Chromium on iOS; the user agent is the one that a Mini reads there. */
export const PHONES: Readonly<Record<'ios' | 'android', PhoneIdentity>> = {
  ios: {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    platform: 'iPhone',
  },
  android: {
    userAgent:
      'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36',
    platform: 'Linux armv81',
  },
};
