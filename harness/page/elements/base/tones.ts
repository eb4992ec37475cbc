/** The values of `tone` in text; the first one means no tone. */
export const TONES = ['', 'info', 'success', 'warning', 'critical', 'neutral'] as const;
