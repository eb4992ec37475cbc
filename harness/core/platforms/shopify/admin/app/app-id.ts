/** The number of the app among all apps of the platform. */
export const APP_ID = 'gid://shopify/App/1057001';
